"use client";

import { catchError, type ErrorInfo } from "next/error";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/Note.tsx";

function Fallback({ what }: { what: string }, { retry }: ErrorInfo) {
  return (
    <ErrorNote
      title={`${what} could not be read`}
      action={
        <Button size="small" onClick={() => retry()}>
          Try again
        </Button>
      }
    >
      The database or the indexer did not answer. Nothing is lost; the rest of the page still holds.
    </ErrorNote>
  );
}

/** Catches what fails inside one block of a page, so that the others stand. `what` names the block: "The receipts". */
export const BlockError = catchError(Fallback);

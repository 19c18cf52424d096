"use client";

import { catchError, type ErrorInfo } from "next/error";
import Link from "next/link";
import { Button } from "../ui/Button.tsx";

function Fallback({ what }: { what: string }, { retry }: ErrorInfo) {
  return (
    <div
      role="status"
      className="mb-6 rounded-card [.grid>&]:mb-0 border border-line border-dashed p-4 text-[14px] sm:p-5"
    >
      <p className="font-[550]">
        <span aria-hidden="true" className="text-bad">
          ✕{" "}
        </span>
        {what} could not be read
      </p>
      <p className="mt-0.5 mb-3 text-ink-2">
        The database or the indexer did not answer. Nothing is lost: try again, or see on{" "}
        <Link className="link" href="/status">
          the status page
        </Link>{" "}
        what runs.
      </p>
      <Button size="small" onClick={() => retry()}>
        Try again
      </Button>
    </div>
  );
}

/** Catches what fails inside one block of a page, so that the others stand. `what` names the block: "The receipts". */
export const BlockError = catchError(Fallback);

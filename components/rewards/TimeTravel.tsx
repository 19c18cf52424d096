"use client";

import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { postJson } from "../../lib/tx/api.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { useToast } from "../ui/Toast.tsx";

const DAY = 86_400;

/** On a local chain the clock can be moved, so that nobody waits a day for an epoch. */
export function TimeTravel({ onDone }: { onDone: () => void }) {
  const toast = useToast();
  const skip = useMutation({
    mutationFn: () => postJson("/api/local/advance", { seconds: DAY }),
    onSuccess: () => {
      toast("The chain’s clock went 24 hours ahead; the amounts follow in a few seconds.");
      onDone();
    },
  });
  return (
    <Card id="time" title="Skip time" note="Local chain only.">
      <p className="mb-4 text-[14px] text-ink-2">
        What was served before a midnight (UTC, chain time) joins the next epoch. It is posted when the previous epoch’s
        challenge window has closed, and can be claimed when its own, of 24 hours, has. Here the chain’s clock can be
        moved instead of waiting: once for the epoch, once more for its window.
      </p>
      {skip.error && (
        <div className="mb-3">
          <ErrorNote>{sentenceOf(skip.error)}</ErrorNote>
        </div>
      )}
      <Button busy={skip.isPending} onClick={() => skip.mutate()}>
        Skip 24 hours
      </Button>
    </Card>
  );
}

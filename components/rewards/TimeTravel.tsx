"use client";

import { SkipTime } from "../tx/SkipTime.tsx";
import { useToast } from "../ui/Toast.tsx";

const skips = [{ label: "Skip 24 hours", seconds: 86_400 }];

/** On a local chain nobody waits a day for an epoch. */
export function TimeTravel({ onDone }: { onDone: () => void }) {
  const toast = useToast();
  return (
    <SkipTime
      skips={skips}
      onDone={() => {
        toast("The chain’s clock went 24 hours ahead; the amounts follow in a few seconds.");
        onDone();
      }}
    >
      What was served before a midnight (UTC, chain time) joins the next epoch. It is posted when the previous epoch’s
      challenge window has closed, and can be claimed when its own, of 24 hours, has. Here the chain’s clock can be
      moved instead of waiting: once for the epoch, once more for its window.
    </SkipTime>
  );
}

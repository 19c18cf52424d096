import type { EpochState } from "@/lib/db/queries/epochs.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";

const states: Record<EpochState, { tone: Tone; label: string; meaning: string }> = {
  sealed: { tone: "warn", label: "sealed", meaning: "Its fees are collected; its root is about to be posted." },
  window: {
    tone: "warn",
    label: "in window",
    meaning: "Its root is posted; anybody may dispute it until the window ends.",
  },
  accepted: {
    tone: "good",
    label: "accepted",
    meaning: "Its window has passed: what it pays can be claimed for ever.",
  },
  disputed: {
    tone: "bad",
    label: "disputed",
    meaning: "Somebody disputes its root; nothing can be claimed under it until that is resolved.",
  },
  rejected: { tone: "bad", label: "rejected", meaning: "Its root was refused; the next epoch distributes its money." },
};

/** The state of an epoch; null: the receipt is in none yet. */
export function EpochTag({ state }: { state: EpochState | null }) {
  if (state === null) {
    return (
      <Tag title="The next epoch after midnight (UTC, chain time) takes it, once the previous one’s challenge window has closed.">
        waits for its epoch
      </Tag>
    );
  }
  const { tone, label, meaning } = states[state];
  return (
    <Tag tone={tone} title={meaning}>
      {label}
    </Tag>
  );
}

import type { ContributionRow, ContributionStatus } from "@/lib/db/queries/contributions.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";

type ShownStatus = ContributionStatus | "takenDown";

const states: Record<ShownStatus, { tone: Tone; label: string; meaning: string }> = {
  committed: {
    tone: "warn",
    label: "committed",
    meaning: "Its place in the ledger is taken; the text is not revealed yet.",
  },
  revealed: { tone: "warn", label: "in review", meaning: "The text is public; validators are reviewing it." },
  accepted: { tone: "good", label: "accepted", meaning: "It counts in the ledger; its bond went back." },
  rejected: { tone: "bad", label: "rejected", meaning: "Validators voted against it; its bond was slashed." },
  takenDown: {
    tone: "bad",
    label: "taken down",
    meaning: "A verdict took it down: no later version holds it. What it earned before stays paid.",
  },
  expired: { tone: "neutral", label: "expired", meaning: "Nobody decided in time; its bond went back." },
};

/** What became of a contribution, a takedown after its acceptance included. */
export const shownStatus = ({ status, isTakenDown }: Pick<ContributionRow, "status" | "isTakenDown">): ShownStatus =>
  isTakenDown ? "takenDown" : status;

export const statusLabel = (status: ContributionStatus) => states[status].label;

export const statusMeaning = (status: ShownStatus) => states[status].meaning;

export function StatusTag({ status }: { status: ShownStatus }) {
  const { tone, label, meaning } = states[status];
  return (
    <Tag tone={tone} title={meaning}>
      {label}
    </Tag>
  );
}

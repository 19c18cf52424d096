import type { ContributionStatus } from "@/lib/db/queries/contributions.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";

const states: Record<ContributionStatus, { tone: Tone; label: string; meaning: string }> = {
  committed: {
    tone: "warn",
    label: "committed",
    meaning: "Its place in the ledger is taken; the text is not revealed yet.",
  },
  revealed: { tone: "warn", label: "in review", meaning: "The text is public; validators are reviewing it." },
  accepted: { tone: "good", label: "accepted", meaning: "It counts in the ledger; its bond went back." },
  rejected: { tone: "bad", label: "rejected", meaning: "Validators voted against it; its bond was slashed." },
  expired: { tone: "neutral", label: "expired", meaning: "Nobody decided in time; its bond went back." },
};

export const statusLabel = (status: ContributionStatus) => states[status].label;

export const statusMeaning = (status: ContributionStatus) => states[status].meaning;

export function StatusTag({ status }: { status: ContributionStatus }) {
  const { tone, label, meaning } = states[status];
  return (
    <Tag tone={tone} title={meaning}>
      {label}
    </Tag>
  );
}

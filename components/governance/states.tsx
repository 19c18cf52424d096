import type { ProposalState } from "@/lib/governance/proposalState.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";

const looks: Record<ProposalState, { tone: Tone; label: string }> = {
  pending: { tone: "neutral", label: "Voting not open yet" },
  active: { tone: "accent", label: "Voting" },
  canceled: { tone: "neutral", label: "Taken back" },
  defeated: { tone: "bad", label: "Failed" },
  succeeded: { tone: "good", label: "Passed" },
  queued: { tone: "warn", label: "In the timelock" },
  expired: { tone: "neutral", label: "Expired" },
  executed: { tone: "good", label: "Executed" },
};

export function StateTag({ state, executable = false }: { state: ProposalState; executable?: boolean }) {
  const { tone, label } = looks[state];
  return <Tag tone={executable ? "warn" : tone}>{executable ? "Ready to execute" : label}</Tag>;
}

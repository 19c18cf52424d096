import type { Voter } from "../../lib/flows/readVoter.ts";
import { formatDateTime } from "../../lib/format/date.ts";

/** What `useVoter` knows: nothing yet, or nothing since the chain does not answer. */
type Asked = { data?: Voter | undefined; isError: boolean };

const UNREADABLE = "The chain does not answer, so this cannot be read now. It is asked again every few seconds.";

/** Why an account cannot vote on a proposal; null when it can. */
export function whyNotVote({ data: voter, isError }: Asked): string | null {
  if (!voter) return isError ? UNREADABLE : "Reading your votes from the chain.";
  if (voter.voted) return "You have voted on this; a vote cannot be changed.";
  if (voter.state === "pending") return "Voting has not begun.";
  if (voter.state !== "active") return "Voting is over.";
  if (voter.weight === null) return "Your votes are weighed with the next block.";
  if (voter.weight > 0n) return null;
  return `You had no votes at ${formatDateTime(voter.voteStart)}, when they were weighed. OPEN votes only once it is delegated, to yourself or another, before voting begins.`;
}

/** Why a proposal cannot be queued or executed; null when it can. Anybody may. */
export function whyNotAdvance({ data: voter, isError }: Asked, act: "queue" | "execute"): string | null {
  if (!voter) return isError ? UNREADABLE : "Reading the proposal from the chain.";
  if (act === "queue")
    return voter.state === "succeeded" ? null : "The chain has it in another state: it was queued, or it failed.";
  if (voter.state !== "queued") return "The chain has it in another state: it was executed, or taken back.";
  return voter.eta !== null && voter.now >= voter.eta
    ? null
    : `The timelock holds it until ${formatDateTime(voter.eta ?? 0)}.`;
}

import { type ProposalFacts, type ProposalState, votingEnds, votingOpens } from "../../lib/governance/proposalState.ts";
import type { Skip } from "../tx/SkipTime.tsx";

/** The jump of a local chain's clock to what a proposal waits for; none where it waits for somebody's act. `now` in unix seconds of chain time. */
export function skipsOf(state: ProposalState, facts: ProposalFacts, now: number): Skip[] {
  const { eta } = facts;
  const to = (label: string, second: number): Skip[] => [{ label, seconds: Math.max(1, second - now) }];
  if (state === "pending") return to("Skip to the opening of voting", votingOpens(facts));
  if (state === "active") return to("Skip to the end of voting", votingEnds(facts));
  if (state === "queued" && eta !== null && now < eta) return to("Skip the timelock’s delay", eta);
  return [];
}

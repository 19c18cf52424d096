import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { currentParameters } from "@/lib/db/queries/parameters.ts";
import { SUPPLY } from "@/lib/db/queries/proposals.ts";
import { delegatedVotes } from "@/lib/db/queries/votes.ts";
import { formatOpen } from "@/lib/format/money.ts";
import { formatShare } from "@/lib/format/number.ts";
import { formatSeconds } from "@/lib/governance/quantity.ts";
import { Defined } from "../display/Defined.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";

/** How much can vote, and what a vote must reach. */
export async function GovernanceFigures() {
  await connection();
  const [delegated, values] = await Promise.all([delegatedVotes(sql()), currentParameters(sql())]);
  const all = delegated.held + delegated.staked;
  const of = (name: string, contract = "governor") => values.get(`${contract}.${name}`) ?? null;
  const [percent, threshold] = [of("quorumNumerator"), of("proposalThreshold")];
  const times = [of("votingDelay"), of("votingPeriod"), of("minDelay", "timelock")];
  const total = times.every((time) => time !== null) ? times.reduce((sum, time) => sum + time!, 0n) : null;
  return (
    <Stats>
      <Stat value={formatShare(all, SUPPLY)}>
        <Defined by="delegated">of the supply is delegated</Defined>: {formatOpen(all, "whole")} votes
      </Stat>
      <Stat value={percent === null ? "unknown" : `${percent} %`}>
        <Defined by="quorum">quorum</Defined>
        {percent !== null && `: ${formatOpen((SUPPLY * percent) / 100n, "whole")} votes`}
      </Stat>
      <Stat value={threshold === null ? "unknown" : formatOpen(threshold, "whole")}>votes needed to propose</Stat>
      <Stat value={total === null ? "unknown" : formatSeconds(total)}>
        <Defined by="legislation">from proposal to change, at least</Defined>
      </Stat>
    </Stats>
  );
}

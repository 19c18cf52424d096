import { openAbi } from "../../lib/abi/open.ts";
import type { Checks } from "./check.ts";

/** Balances of OPEN, who votes for whom, and how many votes that makes. Token and staking contract have the same functions for it. */
export const votes: Checks = async (sql, { contracts }) => {
  const at = { held: contracts.open, staked: contracts.staking };
  const call = (kind: keyof typeof at, functionName: string, who: string) => ({
    ...{ address: at[kind], abi: openAbi, functionName, args: [who] },
  });
  const powers = await sql<{ kind: keyof typeof at; delegate: string; votes: bigint }[]>`
    select kind, delegate, votes from indexer.vote_power`;
  const delegations = await sql<{ kind: keyof typeof at; delegator: string; delegate: string }[]>`
    select kind, delegator, delegate from indexer.delegation`;
  const holdings = await sql<{ account: string; balance: bigint }[]>`select account, balance from indexer.holding`;
  return [
    ...powers.map(({ kind, delegate, votes }) => ({
      what: `votes of ${delegate}, ${kind}`,
      indexed: votes,
      call: call(kind, "getVotes", delegate),
    })),
    ...delegations.map(({ kind, delegator, delegate }) => ({
      what: `delegate of ${delegator}, ${kind}`,
      indexed: delegate,
      call: call(kind, "delegates", delegator),
    })),
    ...holdings.map(({ account, balance }) => ({
      what: `OPEN of ${account}`,
      indexed: balance,
      call: call("held", "balanceOf", account),
    })),
  ];
};

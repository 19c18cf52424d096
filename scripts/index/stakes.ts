import { stakingAbi } from "../../lib/abi/staking.ts";
import type { Checks } from "./check.ts";

type Pool = { tokens: bigint; shares: bigint; earning: bigint };
type Position = { shares: bigint; thawing: bigint; thawedAt: number };

/** Pools, positions, and that a pool is the sum of its positions. */
export const stakes: Checks = async (sql, { contracts }) => {
  const call = (functionName: string, ...args: unknown[]) => ({
    ...{ address: contracts.staking, abi: stakingAbi, functionName, args },
  });
  const pools = await sql<{ target: bigint; tokens: bigint; shares: bigint; thawing: bigint; bonded: bigint }[]>`
    select target, tokens, shares, thawing, bonded from indexer.pool`;
  const positions = await sql<
    { target: bigint; who: string; shares: bigint; thawing: bigint; thawsAt: number | null }[]
  >`
    select target, who, shares, thawing, thaws_at from indexer.position`;
  const sums = await sql<{ target: bigint; shares: bigint; thawing: bigint }[]>`
    select target, sum(shares) as shares, sum(thawing) as thawing from indexer.position group by target`;
  return [
    ...pools.map(({ target, tokens, shares, thawing }) => ({
      what: `pool ${target}`,
      indexed: [tokens, shares, shares - thawing],
      call: call("poolOf", target),
      pick: (pool: Pool) => [pool.tokens, pool.shares, pool.earning],
    })),
    ...pools.map(({ target, bonded }) => ({
      what: `stake of ${target}`,
      indexed: bonded,
      call: call("bondedOf", target),
    })),
    ...sums.map(({ target, shares, thawing }) => ({
      what: `positions of ${target}`,
      indexed: [shares, shares + thawing],
      call: call("poolOf", target),
      pick: (pool: Pool) => [pool.earning, pool.shares],
    })),
    ...positions.map(({ target, who, shares, thawing, thawsAt }) => ({
      what: `position of ${who} in ${target}`,
      indexed: [shares, thawing, thawsAt ?? 0],
      call: call("positionOf", target, who),
      pick: (position: Position) => [position.shares, position.thawing, position.thawedAt],
    })),
  ];
};

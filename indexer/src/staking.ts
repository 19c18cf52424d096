// Ignored: RewardPaid (what a staker took out of a pool is not shown yet; Rewarded tells what came in).

import { ponder } from "ponder:registry";
import { pool, position } from "ponder:schema";

ponder.on("Staking:Staked", async ({ event, context }) => {
  const { target, who, amount, shares } = event.args;
  await context.db
    .insert(pool)
    .values({ target, tokens: amount, shares, rewarded: 0n, slashed: 0n })
    .onConflictDoUpdate((row) => ({ tokens: row.tokens + amount, shares: row.shares + shares }));
  await context.db
    .insert(position)
    .values({ target, who, shares, thawing: 0n, thawedAt: 0 })
    .onConflictDoUpdate((row) => ({ shares: row.shares + shares }));
});

ponder.on("Staking:Unstaking", async ({ event, context }) => {
  const { target, who, shares, at } = event.args;
  await context.db
    .update(position, { target, who })
    .set((row) => ({ shares: row.shares - shares, thawing: row.thawing + shares, thawedAt: Number(at) }));
});

ponder.on("Staking:Withdrawn", async ({ event, context }) => {
  const { target, who, amount } = event.args;
  // Exists: only thawing shares can be withdrawn, and all of them at once.
  const row = await context.db.find(position, { target, who });
  const { thawing } = row!;
  await context.db
    .update(pool, { target })
    .set((pool) => ({ tokens: pool.tokens - amount, shares: pool.shares - thawing }));
  await context.db.update(position, { target, who }).set({ thawing: 0n, thawedAt: 0 });
});

ponder.on("Staking:Rewarded", async ({ event, context }) => {
  const { target, amount } = event.args;
  // A pool may be rewarded before anybody stakes on it: the money waits.
  await context.db
    .insert(pool)
    .values({ target, tokens: 0n, shares: 0n, rewarded: amount, slashed: 0n })
    .onConflictDoUpdate((row) => ({ rewarded: row.rewarded + amount }));
});

ponder.on("Staking:Slashed", async ({ event, context }) => {
  const { target, amount } = event.args;
  await context.db
    .insert(pool)
    .values({ target, tokens: 0n, shares: 0n, rewarded: 0n, slashed: amount })
    .onConflictDoUpdate((row) => ({ tokens: row.tokens - amount, slashed: row.slashed + amount }));
});

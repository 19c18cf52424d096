// Ignored: Rewarded and RewardPaid (what a pool earned and what a staker took out of it are not shown yet).

import { ponder } from "ponder:registry";
import { pool, thaw } from "ponder:schema";
import { bondedOf } from "../../lib/chain/bondedOf.ts";

const withBonded = <T extends { tokens: bigint; shares: bigint; thawing: bigint }>(row: T) => ({
  ...row,
  bonded: bondedOf(row),
});

ponder.on("Staking:Staked", async ({ event, context }) => {
  const { target, amount, shares } = event.args;
  await context.db
    .insert(pool)
    .values({ target, tokens: amount, shares, thawing: 0n, bonded: amount })
    .onConflictDoUpdate((row) =>
      withBonded({ tokens: row.tokens + amount, shares: row.shares + shares, thawing: row.thawing }),
    );
});

ponder.on("Staking:Unstaking", async ({ event, context }) => {
  const { target, who, shares } = event.args;
  await context.db
    .insert(thaw)
    .values({ target, who, shares })
    .onConflictDoUpdate((row) => ({ shares: row.shares + shares }));
  // Exists: only what was staked can thaw.
  await context.db
    .update(pool, { target })
    .set((row) => withBonded({ tokens: row.tokens, shares: row.shares, thawing: row.thawing + shares }));
});

ponder.on("Staking:Withdrawn", async ({ event, context }) => {
  const { target, who, amount } = event.args;
  // Exists: only what has thawed can be withdrawn, and all of it is.
  const { shares } = (await context.db.find(thaw, { target, who }))!;
  await context.db.delete(thaw, { target, who });
  await context.db
    .update(pool, { target })
    .set((row) =>
      withBonded({ tokens: row.tokens - amount, shares: row.shares - shares, thawing: row.thawing - shares }),
    );
});

ponder.on("Staking:Slashed", async ({ event, context }) => {
  const { target, amount } = event.args;
  // A pool nobody staked on can be slashed too: of nothing.
  await context.db
    .insert(pool)
    .values({ target, tokens: 0n, shares: 0n, thawing: 0n, bonded: 0n })
    .onConflictDoUpdate((row) => withBonded({ tokens: row.tokens - amount, shares: row.shares, thawing: row.thawing }));
});

// Ignored: Unstaking (what thaws is still staked, until it is withdrawn), Rewarded and RewardPaid (what a pool earned and what a staker
// took out of it are not shown yet).

import { ponder } from "ponder:registry";
import { pool } from "ponder:schema";

ponder.on("Staking:Staked", async ({ event, context }) => {
  const { target, amount } = event.args;
  await context.db
    .insert(pool)
    .values({ target, tokens: amount })
    .onConflictDoUpdate((row) => ({ tokens: row.tokens + amount }));
});

ponder.on("Staking:Withdrawn", async ({ event, context }) => {
  const { target, amount } = event.args;
  // Exists: only what was staked can be withdrawn.
  await context.db.update(pool, { target }).set((row) => ({ tokens: row.tokens - amount }));
});

ponder.on("Staking:Slashed", async ({ event, context }) => {
  const { target, amount } = event.args;
  // A pool nobody staked on can be slashed too: of nothing.
  await context.db
    .insert(pool)
    .values({ target, tokens: 0n })
    .onConflictDoUpdate((row) => ({ tokens: row.tokens - amount }));
});

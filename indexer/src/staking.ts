// Ignored: EIP712DomainChanged (the domain is immutable).

import { ponder } from "ponder:registry";
import { pool, position, reward, rewardPaid, slash, stakeEvent } from "ponder:schema";
import { bondedOf } from "../../lib/chain/poolShares.ts";
import { setGoverned } from "../write/setParameter.ts";
import { setDelegate, setVotes } from "../write/setVotes.ts";
import { logged } from "../write/written.ts";

const withBonded = <T extends { tokens: bigint; shares: bigint; thawing: bigint }>(row: T) => ({
  ...row,
  bonded: bondedOf(row),
});

ponder.on("Staking:Staked", async ({ event, context }) => {
  const { target, who, amount, shares } = event.args;
  await context.db.insert(stakeEvent).values({ ...logged(event), target, who, kind: "staked", amount, shares });
  await context.db
    .insert(position)
    .values({ target, who, shares, thawing: 0n })
    .onConflictDoUpdate((row) => ({ shares: row.shares + shares }));
  await context.db
    .insert(pool)
    .values({ target, tokens: amount, shares, thawing: 0n, bonded: amount })
    .onConflictDoUpdate((row) =>
      withBonded({ tokens: row.tokens + amount, shares: row.shares + shares, thawing: row.thawing }),
    );
});

ponder.on("Staking:Unstaking", async ({ event, context }) => {
  const { target, who, shares, at } = event.args;
  await context.db.insert(stakeEvent).values({ ...logged(event), target, who, kind: "unstaking", shares });
  // Exist: only what was staked can thaw. More of it starts the thaw of all anew.
  await context.db.update(position, { target, who }).set((row) => ({
    shares: row.shares - shares,
    thawing: row.thawing + shares,
    thawsAt: Number(at),
  }));
  await context.db
    .update(pool, { target })
    .set((row) => withBonded({ tokens: row.tokens, shares: row.shares, thawing: row.thawing + shares }));
});

ponder.on("Staking:Withdrawn", async ({ event, context }) => {
  const { target, who, amount } = event.args;
  // Exists: only what has thawed can be withdrawn, and all of it is.
  const { thawing } = (await context.db.find(position, { target, who }))!;
  await context.db
    .insert(stakeEvent)
    .values({ ...logged(event), target, who, kind: "withdrawn", amount, shares: thawing });
  await context.db.update(position, { target, who }).set({ thawing: 0n, thawsAt: null });
  await context.db
    .update(pool, { target })
    .set((row) =>
      withBonded({ tokens: row.tokens - amount, shares: row.shares - thawing, thawing: row.thawing - thawing }),
    );
});

ponder.on("Staking:Slashed", async ({ event, context }) => {
  const { target, to, amount } = event.args;
  await context.db.insert(slash).values({ ...logged(event), target, to, amount });
  // A pool nobody staked on can be slashed too: of nothing.
  await context.db
    .insert(pool)
    .values({ target, tokens: 0n, shares: 0n, thawing: 0n, bonded: 0n })
    .onConflictDoUpdate((row) => withBonded({ tokens: row.tokens - amount, shares: row.shares, thawing: row.thawing }));
});

ponder.on("Staking:Rewarded", async ({ event, context }) => {
  await context.db.insert(reward).values({ ...logged(event), ...event.args });
});

ponder.on("Staking:RewardPaid", async ({ event, context }) => {
  await context.db.insert(rewardPaid).values({ ...logged(event), ...event.args });
});

ponder.on("Staking:DelegateChanged", ({ event, context }) => setDelegate("staked", event, context));
ponder.on("Staking:DelegateVotesChanged", ({ event, context }) => setVotes("staked", event, context));
ponder.on("Staking:ParameterSet", ({ event, context }) => setGoverned(context, event));

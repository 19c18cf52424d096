import type { Context } from "ponder:registry";
import { delegation, votePower } from "ponder:schema";
import { written } from "./written.ts";

type Event<T> = Parameters<typeof written>[0] & { args: T };
type Kind = "held" | "staked";
type Hex = `0x${string}`;

/** For `DelegateChanged` of the token and of the staking contract. */
export async function setDelegate(
  kind: Kind,
  event: Event<{ delegator: Hex; toDelegate: Hex }>,
  context: Context,
): Promise<void> {
  const { delegator, toDelegate } = event.args;
  const row = { delegate: toDelegate, ...written(event) };
  await context.db
    .insert(delegation)
    .values({ kind, delegator, ...row })
    .onConflictDoUpdate(row);
}

/** For `DelegateVotesChanged` of the two. */
export async function setVotes(
  kind: Kind,
  event: Event<{ delegate: Hex; newVotes: bigint }>,
  context: Context,
): Promise<void> {
  const { delegate, newVotes } = event.args;
  const row = { votes: newVotes, ...written(event) };
  // `since` stays as it was first written.
  await context.db
    .insert(votePower)
    .values({ kind, delegate, since: row.at, ...row })
    .onConflictDoUpdate(row);
}

// Ignored: Approval (what a contract may pull is read from the chain when it matters) and EIP712DomainChanged (the domain is immutable).

import { ponder } from "ponder:registry";
import { holding } from "ponder:schema";
import { setDelegate, setVotes } from "../write/setVotes.ts";

ponder.on("Open:Transfer", async ({ event, context }) => {
  const { from, to, value } = event.args;
  // The one mint comes from nobody. Whoever else sends has received before.
  if (BigInt(from) !== 0n)
    await context.db.update(holding, { account: from }).set((row) => ({ balance: row.balance - value }));
  await context.db
    .insert(holding)
    .values({ account: to, balance: value })
    .onConflictDoUpdate((row) => ({ balance: row.balance + value }));
});

ponder.on("Open:DelegateChanged", ({ event, context }) => setDelegate("held", event, context));
ponder.on("Open:DelegateVotesChanged", ({ event, context }) => setVotes("held", event, context));

// Ignored: Approval (what a contract may pull is read from the chain when it matters) and EIP712DomainChanged (the domain is immutable).

import { ponder } from "ponder:registry";
import { holding } from "ponder:schema";
import { setDelegate, setVotes } from "../write/setVotes.ts";

ponder.on("Open:Transfer", async ({ event, context }) => {
  const { from, to, value } = event.args;
  const move = (account: `0x${string}`, amount: bigint) =>
    context.db
      .insert(holding)
      .values({ account, balance: amount })
      .onConflictDoUpdate((row) => ({ balance: row.balance + amount }));
  // The one mint comes from nobody. Anybody may send 0, who never had any too.
  if (BigInt(from) !== 0n) await move(from, -value);
  await move(to, value);
});

ponder.on("Open:DelegateChanged", ({ event, context }) => setDelegate("held", event, context));
ponder.on("Open:DelegateVotesChanged", ({ event, context }) => setVotes("held", event, context));

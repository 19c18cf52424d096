// Ignored: nothing. Of Disputed and Rejected only the state is kept; who and why come with the disputes issue.

import { ponder } from "ponder:registry";
import { claim, epoch, funding } from "ponder:schema";

const logId = (event: { transaction: { hash: string }; log: { logIndex: number } }) =>
  `${event.transaction.hash}-${event.log.logIndex}`;

ponder.on("Settlement:Funded", async ({ event, context }) => {
  await context.db.insert(funding).values({
    id: logId(event),
    source: event.args.source,
    from: event.args.from,
    amount: event.args.amount,
    at: Number(event.block.timestamp),
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    tx: event.transaction.hash,
  });
});

ponder.on("Settlement:Sealed", async ({ event, context }) => {
  // New: an id is sealed once, since a rejected epoch keeps its number.
  await context.db.insert(epoch).values({
    id: event.args.id,
    state: "sealed",
    sealedTotal: event.args.total,
    sealedAt: Number(event.block.timestamp),
    sealBlock: Number(event.block.number),
    sealLogIndex: event.log.logIndex,
    sealTx: event.transaction.hash,
  });
});

ponder.on("Settlement:Posted", async ({ event, context }) => {
  const { id, attributor, root, total, readyAt, dataHash, cid } = event.args;
  await context.db.update(epoch, { id }).set({
    state: "posted",
    root,
    total,
    attributor,
    dataHash,
    cid,
    postedAt: Number(event.block.timestamp),
    readyAt: Number(readyAt),
    postTx: event.transaction.hash,
  });
});

ponder.on("Settlement:Disputed", async ({ event, context }) => {
  await context.db.update(epoch, { id: event.args.id }).set({ state: "disputed" });
});

ponder.on("Settlement:Resolved", async ({ event, context }) => {
  // An invalid epoch's Rejected follows in the same transaction.
  await context.db.update(epoch, { id: event.args.id }).set({ state: "posted" });
});

ponder.on("Settlement:Rejected", async ({ event, context }) => {
  await context.db.update(epoch, { id: event.args.id }).set({ state: "rejected" });
});

ponder.on("Settlement:Claimed", async ({ event, context }) => {
  await context.db.insert(claim).values({
    id: logId(event),
    payee: event.args.payee,
    epoch: event.args.epoch,
    amount: event.args.amount,
    at: Number(event.block.timestamp),
    tx: event.transaction.hash,
  });
});

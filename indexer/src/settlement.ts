// Ignored: nothing. Both pairs' events come here, told apart by the contract's address.

import { ponder } from "ponder:registry";
import { asset, dispute, rejection, settlementPause } from "ponder:schema";
import { and, eq, isNull } from "ponder";
import { setGoverned, setParameter } from "../write/setParameter.ts";
import { tablesOf } from "../write/tablesOf.ts";
import { logged } from "../write/written.ts";

ponder.on("Settlement:Funded", async ({ event, context }) => {
  await context.db.insert(tablesOf(event.log.address).funding).values({ ...logged(event), ...event.args });
});

ponder.on("Settlement:Sealed", async ({ event, context }) => {
  // New: an id is sealed once, since a rejected epoch keeps its number.
  await context.db.insert(tablesOf(event.log.address).epoch).values({
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
  // Registered: the contract takes epochs only from an asset's owner.
  const { owner } = (await context.db.find(asset, { id: attributor }))!;
  await context.db.update(tablesOf(event.log.address).epoch, { id }).set({
    state: "posted",
    root,
    total,
    attributor,
    poster: owner,
    dataHash,
    cid,
    postedAt: Number(event.block.timestamp),
    readyAt: Number(readyAt),
    postTx: event.transaction.hash,
  });
});

ponder.on("Settlement:Disputed", async ({ event, context }) => {
  const { id, by, reason } = event.args;
  const settlement = event.log.address;
  await context.db.update(tablesOf(settlement).epoch, { id }).set({ state: "disputed" });
  await context.db.insert(dispute).values({ ...logged(event), settlement, epoch: id, by, reason });
});

/** The one open dispute of an epoch, if there is one. */
const openDispute = (settlement: `0x${string}`, epoch: bigint) =>
  and(eq(dispute.settlement, settlement), eq(dispute.epoch, epoch), isNull(dispute.outcome));

ponder.on("Settlement:Resolved", async ({ event, context }) => {
  const { id, valid } = event.args;
  // An invalid epoch's Rejected follows in the same transaction.
  if (!valid) return;
  const settlement = event.log.address;
  await context.db.update(tablesOf(settlement).epoch, { id }).set({ state: "posted" });
  await context.db.sql
    .update(dispute)
    .set({ outcome: "valid", closedAt: Number(event.block.timestamp), closedTx: event.transaction.hash })
    .where(openDispute(settlement, id));
});

ponder.on("Settlement:Rejected", async ({ event, context }) => {
  const { id, by } = event.args;
  const settlement = event.log.address;
  const [closedAt, closedTx] = [Number(event.block.timestamp), event.transaction.hash];
  await context.db.update(tablesOf(settlement).epoch, { id }).set({ state: "rejected" });
  await context.db.insert(rejection).values({ ...logged(event), settlement, epoch: id, by });
  // None, if the root was proved malformed before anybody disputed it.
  await context.db.sql
    .update(dispute)
    .set({ outcome: "rejected", closedAt, closedTx, rejectedBy: by })
    .where(openDispute(settlement, id));
});

ponder.on("Settlement:Claimed", async ({ event, context }) => {
  await context.db.insert(tablesOf(event.log.address).claim).values({ ...logged(event), ...event.args });
});

ponder.on("Settlement:Paused", async ({ event, context }) => {
  await context.db
    .insert(settlementPause)
    .values({ ...logged(event), settlement: event.log.address, until: Number(event.args.until) });
});

ponder.on("Settlement:GuardianSet", ({ event, context }) =>
  setParameter(context, event, "guardian", BigInt(event.args.guardian)),
);
ponder.on("Settlement:ParameterSet", ({ event, context }) => setGoverned(context, event));

// Ignored: Approval and ApprovalForAll (who may move an asset changes nothing we show).

import { ponder } from "ponder:registry";
import { asset, assetSplit, assetVersion, payoutRedirect } from "ponder:schema";
import { and, eq, gt } from "ponder";
import { setGoverned } from "../write/setParameter.ts";
import { written } from "../write/written.ts";

const splitColumns = (split: { provider: number; owner: number; contributors: number; stakers: number }) => ({
  providerBps: split.provider,
  ownerBps: split.owner,
  contributorsBps: split.contributors,
  stakersBps: split.stakers,
});

ponder.on("Registry:Registered", async ({ event, context }) => {
  // The row exists only if an asset's id was used twice, which the contract excludes. Split and version follow in the same transaction.
  await context.db.insert(asset).values({
    id: event.args.id,
    kind: event.args.kind,
    owner: event.args.owner,
    version: 0,
    contentHash: "0x",
    uri: "",
    ...splitColumns({ provider: 0, owner: 0, contributors: 0, stakers: 0 }),
    splitFrom: Number(event.block.timestamp),
    registeredAt: Number(event.block.timestamp),
    tx: event.transaction.hash,
  });
});

ponder.on("Registry:Published", async ({ event, context }) => {
  const { id, version, contentHash, parents, uri } = event.args;
  await context.db.update(asset, { id }).set({ version, contentHash, uri });
  await context.db.insert(assetVersion).values({
    assetId: id,
    version,
    contentHash,
    parents: [...parents],
    uri,
    publishedAt: Number(event.block.timestamp),
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    tx: event.transaction.hash,
  });
});

ponder.on("Registry:SplitSet", async ({ event, context }) => {
  const { id, split, at } = event.args;
  const values = { ...splitColumns(split), splitFrom: Number(at) };
  await context.db.update(asset, { id }).set(values);
  // A new announcement replaces one that does not hold yet.
  const pending = gt(assetSplit.splitFrom, Number(event.block.timestamp));
  if (at > event.block.timestamp)
    await context.db.sql.delete(assetSplit).where(and(eq(assetSplit.assetId, id), pending));
  await context.db
    .insert(assetSplit)
    .values({ assetId: id, ...values })
    .onConflictDoUpdate(values);
});

ponder.on("Registry:Transfer", async ({ event, context }) => {
  // The mint comes before Registered, which writes the first owner.
  if (BigInt(event.args.from) === 0n) return;
  await context.db.update(asset, { id: event.args.tokenId }).set({ owner: event.args.to });
});

ponder.on("Registry:PayoutSet", async ({ event, context }) => {
  const { owner, to } = event.args;
  const row = { to, ...written(event) };
  await context.db
    .insert(payoutRedirect)
    .values({ owner, ...row })
    .onConflictDoUpdate(row);
});

ponder.on("Registry:ParameterSet", ({ event, context }) => setGoverned(context, event));

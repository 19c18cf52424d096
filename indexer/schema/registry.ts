import { onchainTable, primaryKey } from "ponder";
import { written } from "./columns.ts";

export const asset = onchainTable("asset", (t) => ({
  id: t.bigint().primaryKey(),
  kind: t.integer().notNull(), // order of the contract's enum Kind
  owner: t.hex().notNull(),
  version: t.integer().notNull(),
  contentHash: t.hex().notNull(),
  uri: t.text().notNull(),
  providerBps: t.integer().notNull(),
  ownerBps: t.integer().notNull(),
  contributorsBps: t.integer().notNull(),
  stakersBps: t.integer().notNull(),
  splitFrom: t.int8({ mode: "number" }).notNull(), // the split above is the newest announced: it holds from then on
  registeredAt: t.int8({ mode: "number" }).notNull(),
  tx: t.hex().notNull(),
}));

// Every split that holds or held: the one in force at time t is the asset's newest with split_from <= t.
export const assetSplit = onchainTable(
  "asset_split",
  (t) => ({
    assetId: t.bigint().notNull(),
    splitFrom: t.int8({ mode: "number" }).notNull(),
    providerBps: t.integer().notNull(),
    ownerBps: t.integer().notNull(),
    contributorsBps: t.integer().notNull(),
    stakersBps: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.assetId, table.splitFrom] }) }),
);

export const assetVersion = onchainTable(
  "asset_version",
  (t) => ({
    assetId: t.bigint().notNull(),
    version: t.integer().notNull(),
    contentHash: t.hex().notNull(),
    parents: t.bigint().array().notNull(),
    uri: t.text().notNull(),
    publishedAt: t.int8({ mode: "number" }).notNull(),
    block: t.int8({ mode: "number" }).notNull(),
    logIndex: t.integer().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.assetId, table.version] }) }),
);

// Where an owner wants to be paid, for those who said so.
export const payoutRedirect = onchainTable("payout_redirect", (t) => ({
  owner: t.hex().primaryKey(),
  to: t.hex().notNull(),
  ...written(t),
}));

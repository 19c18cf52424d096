import { index, onchainTable, primaryKey } from "ponder";

// Read by others through views in the schema `indexer` (snake_case columns). Ids and amounts are numeric(78); times are unix seconds.

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

export const policy = onchainTable("policy", (t) => ({
  datanet: t.bigint().primaryKey(),
  minReviews: t.integer().notNull(),
  direct: t.boolean().notNull(),
}));

export const contribution = onchainTable(
  "contribution",
  (t) => ({
    id: t.bigint().primaryKey(), // place in the ledger: commit order
    datanet: t.bigint().notNull(),
    contributor: t.hex().notNull(), // zero address for the commons
    status: t.text().notNull(), // committed | revealed | accepted | rejected | expired
    commitment: t.hex().notNull(),
    words: t.integer().notNull(), // as declared
    bond: t.bigint().notNull(),
    root: t.hex(),
    items: t.integer(),
    uri: t.text(),
    acceptStake: t.bigint(),
    rejectStake: t.bigint(),
    committedAt: t.int8({ mode: "number" }).notNull(),
    revealedAt: t.int8({ mode: "number" }),
    finalizedAt: t.int8({ mode: "number" }),
    finalizedBlock: t.int8({ mode: "number" }),
    finalizedLogIndex: t.integer(),
    commitTx: t.hex().notNull(),
    revealTx: t.hex(),
    finalizeTx: t.hex(),
  }),
  (table) => ({
    datanetIndex: index().on(table.datanet),
    contributorIndex: index().on(table.contributor),
    statusIndex: index().on(table.status),
  }),
);

export const review = onchainTable(
  "review",
  (t) => ({
    contribution: t.bigint().notNull(),
    validator: t.bigint().notNull(),
    accept: t.boolean().notNull(),
    score: t.integer().notNull(),
    reasonHash: t.hex().notNull(),
    at: t.int8({ mode: "number" }).notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contribution, table.validator] }) }),
);

export const funding = onchainTable("funding", (t) => ({
  id: t.text().primaryKey(), // tx-logIndex
  source: t.integer().notNull(), // order of the contract's enum Source
  from: t.hex().notNull(),
  amount: t.bigint().notNull(),
  at: t.int8({ mode: "number" }).notNull(),
  block: t.int8({ mode: "number" }).notNull(),
  logIndex: t.integer().notNull(),
  tx: t.hex().notNull(),
}));

export const epoch = onchainTable("epoch", (t) => ({
  id: t.bigint().primaryKey(),
  state: t.text().notNull(), // sealed | posted | disputed | rejected; accepted = posted and chain time >= ready_at
  sealedTotal: t.bigint().notNull(), // cumulative
  sealedAt: t.int8({ mode: "number" }).notNull(),
  sealBlock: t.int8({ mode: "number" }).notNull(), // what was funded before this log is the epoch's, or an earlier one's
  sealLogIndex: t.integer().notNull(),
  sealTx: t.hex().notNull(),
  root: t.hex(),
  total: t.bigint(), // cumulative
  attributor: t.bigint(),
  dataHash: t.hex(),
  cid: t.text(),
  postedAt: t.int8({ mode: "number" }),
  readyAt: t.int8({ mode: "number" }),
  postTx: t.hex(),
}));

export const claim = onchainTable(
  "claim",
  (t) => ({
    id: t.text().primaryKey(), // tx-logIndex
    payee: t.hex().notNull(), // 32 bytes
    epoch: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    at: t.int8({ mode: "number" }).notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ payeeIndex: index().on(table.payee) }),
);

export const pool = onchainTable("pool", (t) => ({
  target: t.bigint().primaryKey(), // 2^160 + registry id
  tokens: t.bigint().notNull(), // staked, thawing included
  shares: t.bigint().notNull(), // of all stakers
  thawing: t.bigint().notNull(), // of the shares
  bonded: t.bigint().notNull(), // the part of the tokens that does not thaw
}));

// Shares that a staker has announced for withdrawal and not taken out.
export const thaw = onchainTable(
  "thaw",
  (t) => ({
    target: t.bigint().notNull(),
    who: t.hex().notNull(),
    shares: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.target, table.who] }) }),
);

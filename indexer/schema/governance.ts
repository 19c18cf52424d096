import { index, onchainTable, primaryKey } from "ponder";
import { logged, written } from "./columns.ts";

export const proposal = onchainTable("proposal", (t) => ({
  id: t.bigint().primaryKey(),
  proposer: t.hex().notNull(),
  targets: t.hex().array().notNull(),
  amounts: t.bigint().array().notNull(), // wei of ether sent along
  calldatas: t.hex().array().notNull(),
  description: t.text().notNull(),
  voteStart: t.int8({ mode: "number" }).notNull(), // votes are those of this moment
  voteEnd: t.int8({ mode: "number" }).notNull(), // follows a late quorum's extension
  createdAt: t.int8({ mode: "number" }).notNull(),
  block: t.int8({ mode: "number" }).notNull(),
  logIndex: t.integer().notNull(),
  tx: t.hex().notNull(),
  queuedAt: t.int8({ mode: "number" }),
  eta: t.int8({ mode: "number" }),
  queueTx: t.hex(),
  executedAt: t.int8({ mode: "number" }),
  executeTx: t.hex(),
  canceledAt: t.int8({ mode: "number" }),
  cancelTx: t.hex(),
}));

export const ballot = onchainTable(
  "ballot",
  (t) => ({
    proposal: t.bigint().notNull(),
    voter: t.hex().notNull(),
    support: t.integer().notNull(), // 0 against, 1 for, 2 abstain
    weight: t.bigint().notNull(),
    reason: t.text().notNull(),
    ...written(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.proposal, table.voter] }), voterIndex: index().on(table.voter) }),
);

// What the timelock has been told to do: the calls of one operation, in order.
export const timelockCall = onchainTable(
  "timelock_call",
  (t) => ({
    call: t.hex().notNull(), // id of the operation; Ponder keeps that word for itself
    place: t.integer().notNull(),
    target: t.hex().notNull(),
    amount: t.bigint().notNull(), // wei of ether sent along
    data: t.hex().notNull(),
    predecessor: t.hex().notNull(),
    eta: t.int8({ mode: "number" }).notNull(),
    scheduledAt: t.int8({ mode: "number" }).notNull(),
    scheduleTx: t.hex().notNull(),
    executedAt: t.int8({ mode: "number" }),
    executeTx: t.hex(),
    cancelledAt: t.int8({ mode: "number" }),
    cancelTx: t.hex(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.call, table.place] }) }),
);

// `contract` is the instance's name in the deployment. Addresses are kept as their number, whatever the parameter.
export const parameter = onchainTable(
  "parameter",
  (t) => ({
    contract: t.text().notNull(),
    name: t.text().notNull(), // the getter's
    value: t.bigint().notNull(),
    ...written(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contract, table.name] }) }),
);

export const parameterChange = onchainTable(
  "parameter_change",
  (t) => ({
    ...logged(t),
    contract: t.text().notNull(),
    name: t.text().notNull(),
    old: t.bigint(), // null for the first
    value: t.bigint().notNull(),
  }),
  (table) => ({ parameterIndex: index().on(table.contract, table.name) }),
);

export const role = onchainTable(
  "role",
  (t) => ({
    contract: t.text().notNull(),
    role: t.hex().notNull(),
    account: t.hex().notNull(), // the zero address: everybody
    granted: t.boolean().notNull(),
    ...written(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contract, table.role, table.account] }) }),
);

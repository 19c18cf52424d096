// Ignored: KeySet (session keys are checked on chain when a voucher is drawn) and EIP712DomainChanged (immutable).

import { ponder } from "ponder:registry";
import { escrowAccount } from "ponder:schema";

ponder.on("Escrow:Deposited", async ({ event, context }) => {
  const { payer, gateway, amount } = event.args;
  await context.db
    .insert(escrowAccount)
    .values({ payer, gateway, balance: amount, spent: 0n, deposited: amount, thawing: 0n, thawedAt: 0 })
    .onConflictDoUpdate((row) => ({ balance: row.balance + amount, deposited: row.deposited + amount }));
});

// An account that pays, thaws or withdraws has been deposited to: except for an amount of 0, which needs no deposit.
const untouched = { balance: 0n, spent: 0n, deposited: 0n, thawing: 0n, thawedAt: 0 };

ponder.on("Escrow:Collected", async ({ event, context }) => {
  const { payer, gateway, amount } = event.args;
  await context.db
    .insert(escrowAccount)
    .values({ payer, gateway, ...untouched })
    .onConflictDoUpdate((row) => ({ balance: row.balance - amount, spent: row.spent + amount }));
});

ponder.on("Escrow:Thawing", async ({ event, context }) => {
  const { payer, gateway, amount, at } = event.args;
  const thaw = { thawing: amount, thawedAt: Number(at) };
  await context.db
    .insert(escrowAccount)
    .values({ payer, gateway, ...untouched, ...thaw })
    .onConflictDoUpdate(thaw);
});

ponder.on("Escrow:Withdrawn", async ({ event, context }) => {
  const { payer, gateway, amount } = event.args;
  await context.db
    .update(escrowAccount, { payer, gateway })
    .set((row) => ({ balance: row.balance - amount, thawing: 0n, thawedAt: 0 }));
});

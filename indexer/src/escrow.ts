// Ignored: EIP712DomainChanged (the domain is immutable).

import { type Context, ponder } from "ponder:registry";
import { escrowEvent, sessionKey, settlementChange } from "ponder:schema";
import { setGoverned } from "../write/setParameter.ts";
import { logged, written } from "../write/written.ts";

type Kind = "deposited" | "collected" | "thawing" | "withdrawn";
type Moved = Parameters<typeof logged>[0] & {
  args: { payer: `0x${string}`; gateway: `0x${string}`; amount: bigint; at?: bigint };
  log: { address: `0x${string}` };
};

async function move(kind: Kind, event: Moved, context: Context): Promise<void> {
  const { payer, gateway, amount, at } = event.args;
  const thawsAt = at === undefined ? null : Number(at);
  await context.db
    .insert(escrowEvent)
    .values({ ...logged(event), escrow: event.log.address, payer, gateway, kind, amount, thawsAt });
}

ponder.on("Escrow:Deposited", ({ event, context }) => move("deposited", event, context));
ponder.on("Escrow:Collected", ({ event, context }) => move("collected", event, context));
ponder.on("Escrow:Thawing", ({ event, context }) => move("thawing", event, context));
ponder.on("Escrow:Withdrawn", ({ event, context }) => move("withdrawn", event, context));

ponder.on("Escrow:KeySet", async ({ event, context }) => {
  const { payer, key, expiry } = event.args;
  const row = { expiry, ...written(event) };
  // Each call replaces what the payer said of the key before.
  await context.db
    .insert(sessionKey)
    .values({ escrow: event.log.address, payer, key, ...row })
    .onConflictDoUpdate(row);
});

ponder.on("Escrow:SettlementAnnounced", async ({ event, context }) => {
  const { settlement, at } = event.args;
  await context.db.insert(settlementChange).values({
    ...logged(event),
    escrow: event.log.address,
    settlement,
    kind: "announced",
    effectiveAt: Number(at),
  });
});

ponder.on("Escrow:SettlementSet", async ({ event, context }) => {
  await context.db.insert(settlementChange).values({
    ...logged(event),
    escrow: event.log.address,
    settlement: event.args.settlement,
    kind: "set",
    effectiveAt: Number(event.block.timestamp),
  });
});

ponder.on("Escrow:ParameterSet", ({ event, context }) => setGoverned(context, event));

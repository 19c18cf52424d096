// Ignored: CallSalt (the governor makes it from the proposal's description) and RoleAdminChanged (no code of ours can change who administers).

import { type Context, ponder } from "ponder:registry";
import { role, timelockCall } from "ponder:schema";
import { and, eq, isNull } from "ponder";
import { instanceAt } from "../write/instanceAt.ts";
import { setParameter } from "../write/setParameter.ts";
import { written } from "../write/written.ts";

ponder.on("Timelock:CallScheduled", async ({ event, context }) => {
  const { id, index, target, value, data, predecessor, delay } = event.args;
  const row = {
    target,
    amount: value,
    data,
    predecessor,
    eta: Number(event.block.timestamp + delay),
    scheduledAt: Number(event.block.timestamp),
    scheduleTx: event.transaction.hash,
    cancelledAt: null,
    cancelTx: null,
  };
  // What was cancelled may be scheduled again.
  await context.db
    .insert(timelockCall)
    .values({ call: id, place: Number(index), ...row })
    .onConflictDoUpdate(row);
});

ponder.on("Timelock:CallExecuted", async ({ event, context }) => {
  await context.db
    .update(timelockCall, { call: event.args.id, place: Number(event.args.index) })
    .set({ executedAt: Number(event.block.timestamp), executeTx: event.transaction.hash });
});

ponder.on("Timelock:Cancelled", async ({ event, context }) => {
  await context.db.sql
    .update(timelockCall)
    .set({ cancelledAt: Number(event.block.timestamp), cancelTx: event.transaction.hash })
    .where(and(eq(timelockCall.call, event.args.id), isNull(timelockCall.executedAt)));
});

type RoleEvent = Parameters<typeof written>[0] & {
  args: { role: `0x${string}`; account: `0x${string}` };
  log: { address: `0x${string}` };
};

async function setRole(event: RoleEvent, context: Context, granted: boolean): Promise<void> {
  const key = { contract: instanceAt(event.log.address), role: event.args.role, account: event.args.account };
  const row = { granted, ...written(event) };
  await context.db
    .insert(role)
    .values({ ...key, ...row })
    .onConflictDoUpdate(row);
}

ponder.on("Timelock:RoleGranted", ({ event, context }) => setRole(event, context, true));
ponder.on("Timelock:RoleRevoked", ({ event, context }) => setRole(event, context, false));
ponder.on("Timelock:MinDelayChange", ({ event, context }) =>
  setParameter(context, event, "minDelay", event.args.newDuration),
);

import { formatEther } from "viem";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { walletClient } from "../../lib/chain/clients.ts";
import { assignedReceipts } from "../../lib/db/settlement.ts";
import type { WorkerContext } from "./context.ts";
import type { Log } from "./log.ts";
import { Rests } from "./Rests.ts";
import { assertPostable } from "./settle/assertPostable.ts";
import { assignDue, type Refused } from "./settle/assign.ts";
import { bondedAttributor } from "./settle/bondedAttributor.ts";
import { collect } from "./settle/collect.ts";
import { fitToSeal } from "./settle/fitToSeal.ts";
import { prepare, preparedBefore } from "./settle/prepare.ts";
import { readSettlement, type SettlementState } from "./settle/readSettlement.ts";
import { restoreEpochs, type SeenEpochs } from "./settle/restoreEpochs.ts";
import { transact } from "./transact.ts";

/** Warnings remembered, so that each is given once. */
const MOST_WARNED = 1_000;

/**
 * The attributor: assign what is due, collect, seal, prepare, post. Each run reads where chain and database stand and takes the next
 * step from there, so it may be killed between any two and goes on when it is back.
 * @returns a function that resolves to whether it made a step (then there may be another).
 */
export function settle(context: WorkerContext, log: Log): () => Promise<boolean> {
  const refused: Refused = new Rests();
  const seen: SeenEpochs = new Map();
  const warned = new Set<string>();
  const warnOnce = (message: string) => {
    if (!warned.has(message)) log(message);
    if (warned.size >= MOST_WARNED) warned.clear();
    warned.add(message);
  };

  return async () => {
    const state = await readSettlement();
    const canBuild = await restoreEpochs(context, state, seen, log);
    if (canBuild && state.sealedTotal > 0n) return distribute(context, state, log);
    return gather(context, state, canBuild, refused, log, warnOnce);
  };
}

/**
 * Brings in the money of the next epoch's receipts and seals it. While the epoch before is open, disputed perhaps for days, each day's
 * vouchers are drawn all the same, long before a payer's thaw of three days ends; only the seal waits. So it does, and a seal of somebody
 * else's is left alone, while the leaves to build on are unknown.
 */
async function gather(
  context: WorkerContext,
  state: SettlementState,
  canBuild: boolean,
  refused: Refused,
  log: Log,
  warnOnce: Log,
): Promise<boolean> {
  const next = state.last + 1;
  const assigned = await assignDue(context, next, state.now, refused, warnOnce);
  if (assigned > 0) {
    log(`epoch ${next}: ${assigned} receipts are due`);
    return true;
  }
  const receipts = await assignedReceipts(context.sql, state.last, next);
  if (!(await collect(context, next, receipts, refused, log))) return true;
  if (state.isOpen || !canBuild) return false;
  if (receipts.length === 0) {
    // Receipts of a rejected epoch are distributed by the next.
    const rejected = await assignedReceipts(context.sql, state.standing?.id ?? 0, state.last);
    if (rejected.length === 0) return false;
  }

  const { funded, settled } = await readSettlement();
  if (funded === settled) return false; // answers free of charge wait for the next that is not
  const call = { address: context.deployment.contracts.settlement, abi: settlementAbi, functionName: "seal", args: [] };
  await transact(walletClient(context.attributorKey), call);
  log(`epoch ${next}: sealed ${formatEther(funded - settled)} OPEN`);
  return true;
}

/** Distributes what was sealed: first settles which receipts that is for, unless a predecessor got as far as preparing it. */
async function distribute(context: WorkerContext, state: SettlementState, log: Log): Promise<boolean> {
  const { deployment, attributorKey } = context;
  const wallet = walletClient(attributorKey);
  const attributor = await bondedAttributor(context, wallet.account.address);
  const next = state.last + 1;
  let prepared = await preparedBefore(context, state);
  if (!prepared) {
    await fitToSeal(context, state, log);
    prepared = await prepare(context, state);
  }
  await assertPostable(context, next, prepared);
  const { tree, payees, dataHash, manifestCid } = prepared;
  const { hl, sl, hr, sr } = tree;
  const args = [attributor, hl, sl, hr, sr, dataHash, manifestCid];
  const call = { address: deployment.contracts.settlement, abi: settlementAbi, functionName: "post", args };
  await transact(wallet, call);
  log(
    `epoch ${next}: posted root ${tree.root.slice(0, 10)}… over ${payees} payees, ${formatEther(tree.total)} OPEN in all`,
  );
  return true;
}

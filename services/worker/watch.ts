import { settlementAbi } from "../../lib/abi/settlement.ts";
import { publicClient, walletClient } from "../../lib/chain/clients.ts";
import { saveAction, saveVerdict, wasEqual, withoutVerdict } from "../../lib/db/worker/verdicts.ts";
import { VersionLedgers } from "../../lib/verify/index.ts";
import type { WorkerContext } from "./context.ts";
import type { Log } from "./log.ts";
import { trainInThread } from "./train/trainInThread.ts";
import { transact } from "./transact.ts";
import { decide } from "./watch/decide.ts";
import { dispute } from "./watch/dispute.ts";
import { type Finding, look } from "./watch/look.ts";
import { readOpenEpoch } from "./watch/readOpenEpoch.ts";
import { workerSource } from "./watch/workerSource.ts";

/**
 * Redoes each epoch inside its window, whoever posted it. What the contract can see for itself is proved; any other difference is disputed
 * with a bond. What was done is read from the chain each time, so that a killed worker does nothing twice. Epochs whose window went by
 * unwatched are redone afterwards, newest first: nothing can be done about them any more, but all can see what they are.
 * @returns a function that resolves to whether it made a step (then there may be another).
 */
export function watch(
  context: WorkerContext,
  log: Log,
  ledgers = new VersionLedgers(trainInThread),
): () => Promise<boolean> {
  const { sql, deployment } = context;
  const { settlement } = deployment.contracts;
  let finding: Finding | null = null;

  const redo = async (epoch: number): Promise<Finding> => {
    const found = await look(context, ledgers, epoch);
    await saveVerdict(sql, { ...found, verdict: found.verdict.verdict });
    return found;
  };

  const act = async (found: Finding): Promise<boolean> => {
    const wallet = walletClient(context.attributorKey);
    // Before the epoch is read: see `dispute`.
    const nonce = await publicClient().getTransactionCount({ address: wallet.account.address, blockTag: "latest" });
    const open = await readOpenEpoch(settlement);
    if (open?.id !== found.epoch || open.root !== found.root) return false;
    const { epoch, fraud, sentence } = found;
    const action = decide(found.verdict, fraud, { ...open, postedAt: found.postedAt }, open.now);
    if (action === "prove" && fraud) {
      const tx = await transact(wallet, { address: settlement, abi: settlementAbi, ...fraud }, nonce);
      await saveAction(sql, found, "proved", tx);
      log(`epoch ${epoch}: fraud, rejected by ${fraud.functionName}: ${sentence}`);
      return true;
    }
    if (action !== "dispute") return false;
    const tx = await dispute(context, epoch, sentence, nonce);
    if (!tx) return true;
    await saveAction(sql, found, "disputed", tx);
    log(`epoch ${epoch}: disputed: ${sentence}`);
    return true;
  };

  const watchOpen = async (open: NonNullable<Awaited<ReturnType<typeof readOpenEpoch>>>): Promise<boolean> => {
    if (await wasEqual(sql, open.id, open.root)) return false;
    const known = finding?.epoch === open.id && finding.root === open.root && Date.now() < finding.until;
    if (!known) {
      const before = finding?.epoch === open.id ? finding.sentence : null;
      finding = await redo(open.id);
      if (finding.sentence !== before) log(finding.sentence);
    }
    return act(finding!);
  };

  /** The newest epoch when nothing was left to redo. */
  let caughtUp = 0n;
  const redoMissed = async (): Promise<boolean> => {
    const last = await publicClient().readContract({ address: settlement, abi: settlementAbi, functionName: "last" });
    if (last === caughtUp) return false;
    const postings = await workerSource(context).facts.postings();
    // Read after the postings: one that came meanwhile is open, not missed.
    const open = await readOpenEpoch(settlement);
    const closed = postings.filter(({ id }) => id !== open?.id);
    const missed = (await withoutVerdict(sql, closed)).at(-1);
    if (!missed) {
      caughtUp = last;
      return false;
    }
    const { sentence } = await redo(missed.id);
    log(`${sentence} (its window had gone by)`);
    return true;
  };

  return async () => {
    const open = await readOpenEpoch(settlement);
    return (open !== null && (await watchOpen(open))) || redoMissed();
  };
}

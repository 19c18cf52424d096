import { settlementAbi } from "../../lib/abi/settlement.ts";
import { publicClient, walletClient } from "../../lib/chain/clients.ts";
import { saveAction, saveVerdict, wasEqual } from "../../lib/db/worker/verdicts.ts";
import {
  createVerifier,
  DifferenceError,
  type Fraud,
  findFraud,
  type Posting,
  sentenceOf,
  standingBefore,
  type Train,
  UnavailableError,
  type Verdict,
  type Verifier,
  VersionLedgers,
} from "../../lib/verify/index.ts";
import type { WorkerContext } from "./context.ts";
import type { Log } from "./log.ts";
import { runTraining } from "./train/runTraining.ts";
import { transact } from "./transact.ts";
import { decide } from "./watch/decide.ts";
import { dispute } from "./watch/dispute.ts";
import { readOpenEpoch } from "./watch/readOpenEpoch.ts";
import { workerSource } from "./watch/workerSource.ts";

/** How long files that were missing are left alone. */
const RETRY_MS = 20_000;

interface Finding {
  epoch: number;
  root: Posting["root"];
  postedAt: number;
  verdict: Verdict;
  sentence: string;
  /** What the contract can see for itself. */
  fraud: Fraud | null;
  /** When to look again (ms): what is missing may turn up. */
  until: number;
}

/**
 * Redoes each epoch inside its window, whoever posted it. What the contract can see for itself is proved; any other difference is disputed
 * with a bond. What was done is read from the chain each time, so that a killed worker does nothing twice.
 * @returns a function that resolves to whether it made a step (then there may be another).
 */
export function watch(context: WorkerContext, log: Log): () => Promise<boolean> {
  const { sql, deployment } = context;
  const { settlement } = deployment.contracts;
  const ledgers = new VersionLedgers(trainInThread);
  let finding: Finding | null = null;

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

  return async () => {
    const open = await readOpenEpoch(settlement);
    if (!open || (await wasEqual(sql, open.id, open.root))) return false;
    const known = finding?.epoch === open.id && finding.root === open.root && Date.now() < finding.until;
    if (!known) {
      const before = finding?.epoch === open.id ? finding.sentence : null;
      finding = await look(context, ledgers, open.id);
      await saveVerdict(sql, { ...finding, verdict: finding.verdict.verdict });
      if (finding.sentence !== before) log(finding.sentence);
    }
    return act(finding!);
  };
}

const trainInThread: Train = async (lines, spec) => {
  const end = await runTraining(lines, spec, () => {});
  return end.kind === "done" ? end.bytes : null;
};

/** Verifies a posted epoch and, if it is not what it must be, looks for what the contract itself would call fraud. */
async function look(context: WorkerContext, ledgers: VersionLedgers, epoch: number): Promise<Finding> {
  const { chainId, contracts, gateway, treasury } = context.deployment;
  const source = workerSource(context);
  const terms = { chainId, settlement: contracts.settlement, gateway, treasury };
  const verifier = createVerifier(source, terms, context.bits, ledgers);
  const verdict = await verifier.verify(epoch);
  const postings = await source.facts.postings();
  const posting = postings.find(({ id }) => id === epoch)!;
  const postedAt = await source.facts.timeOf(posting.block);
  const fraud = verdict.verdict === "equal" ? null : await fraudIn(verifier, posting, standingBefore(postings, epoch));
  const until = verdict.verdict === "unavailable" ? Date.now() + RETRY_MS : Number.POSITIVE_INFINITY;
  return { ...{ epoch, root: posting.root, postedAt, verdict, fraud, until }, sentence: tell(verdict) };
}

async function fraudIn(verifier: Verifier, posting: Posting, before: Posting | null): Promise<Fraud | null> {
  const leavesOf = async (of: Posting) => {
    try {
      return { posting: of, leaves: await verifier.leaves(of) };
    } catch (error) {
      if (error instanceof DifferenceError || error instanceof UnavailableError) return null;
      throw error;
    }
  };
  const posted = await leavesOf(posting);
  return posted && findFraud(posted, before && (await leavesOf(before)));
}

function tell(verdict: Verdict): string {
  const { epoch } = verdict;
  if (verdict.verdict === "different") return sentenceOf(verdict.difference);
  if (verdict.verdict === "unavailable") return `epoch ${epoch} cannot be verified: ${verdict.what}`;
  return `epoch ${epoch}: equal, ${verdict.receipts} receipts, ${verdict.payees} payees`;
}

import { formatPlural } from "../../../lib/format/number.ts";
import {
  createVerifier,
  DifferenceError,
  type Fraud,
  findFraud,
  type Posting,
  sentenceOf,
  standingBefore,
  UnavailableError,
  type Verdict,
  type Verifier,
  type VersionLedgers,
} from "../../../lib/verify/index.ts";
import type { WorkerContext } from "../context.ts";
import { workerSource } from "./workerSource.ts";

/** How long files that were missing are left alone. */
const RETRY_MS = 20_000;

export interface Finding {
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

/** Verifies a posted epoch and, if it is not what it must be, looks for what the contract itself would call fraud. */
export async function look(context: WorkerContext, ledgers: VersionLedgers, epoch: number): Promise<Finding> {
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
  return `epoch ${epoch}: equal, ${formatPlural(verdict.receipts, "receipt")}, ${formatPlural(verdict.payees, "payee")}`;
}

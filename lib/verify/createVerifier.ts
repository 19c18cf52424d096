import type { BitsTable } from "../attribution/index.ts";
import type { Leaf } from "../ledger/index.ts";
import { checkLeaves, checkSum, leavesOf, treeOf } from "./checkLeaves.ts";
import { checkLeftOut } from "./checkLeftOut.ts";
import { checkReceipts } from "./checkReceipts.ts";
import { DifferenceError, differ, same, UnavailableError } from "./difference.ts";
import { parseLeaves, receiptLines, shareLines } from "./epochLines.ts";
import { parsed, readEpochFile, readManifest } from "./epochText.ts";
import { type Session, standingBefore } from "./session.ts";
import type { Posting, Source, Terms, Verdict } from "./types.ts";
import { VersionLedgers } from "./VersionLedgers.ts";

export interface Verifier {
  /** @throws Error when the epoch was never posted, or the chain's node does not answer. */
  verify(epoch: number): Promise<Verdict>;
  /** Leaves as an epoch's files have them, whatever they are. @throws DifferenceError, UnavailableError */
  leaves(posting: Posting): Promise<Leaf[]>;
}

/**
 * Redoes epochs from chain and public files: manifest, files, receipts with their signatures, terms, shares and attribution, leaves, tree.
 * It reads what the chain says now; make another for what comes later. @param bits the protocol's word table
 * @param ledgers to be given again by who verifies again and again
 */
export function createVerifier(
  source: Source,
  terms: Terms,
  bits: BitsTable,
  ledgers = new VersionLedgers(),
): Verifier {
  const session: Session = { source, terms, bits, ledgers };
  const kept = new Map<number, Promise<string[]>>();

  /** Ids (lower case) of an epoch's receipts. */
  const idsOf = (posting: Posting): Promise<string[]> => {
    const ids = kept.get(posting.id) ?? readIds(session, posting);
    kept.set(posting.id, ids);
    return ids;
  };

  /** Receipts of the epochs that stand before one. What is no longer to be had is passed over: it is no fault of this epoch. */
  const earlierReceipts = async (before: readonly Posting[], notes: string[]): Promise<Map<string, number>> => {
    const earlier = new Map<string, number>();
    for (const posting of before) {
      try {
        for (const id of await idsOf(posting)) earlier.set(id, posting.id);
      } catch (error) {
        if (!(error instanceof DifferenceError || error instanceof UnavailableError)) throw error;
        notes.push(`receipts of epoch ${posting.id} were not looked for: ${error.message}`);
      }
    }
    return earlier;
  };

  const leaves = async (posting: Posting) => {
    const manifest = await readManifest(session, posting);
    const { text, assertBound } = await readEpochFile(session, posting, manifest, "leaves");
    assertBound();
    return parsed({ epoch: posting.id, file: "leaves" }, () => parseLeaves(text));
  };

  async function check(posting: Posting, postings: readonly Posting[]): Promise<Verdict> {
    const { id: epoch } = posting;
    const notes: string[] = [];
    const sealed = await source.facts.sealed(epoch);
    same({ epoch, file: "chain", row: null }, "total", sealed?.total, posting.total);
    const manifest = await readManifest(session, posting);
    const snapshot = BigInt(manifest.snapshotBlock);
    if (sealed && snapshot < sealed.block) {
      const least = `at least ${sealed.block}, the block of the seal`;
      differ({ epoch, file: "manifest", row: null }, "snapshotBlock", least, snapshot);
    }
    const read = (name: "receipts" | "shares" | "leaves") => readEpochFile(session, posting, manifest, name);
    const files = { receipts: await read("receipts"), shares: await read("shares"), leaves: await read("leaves") };
    const receipts = parsed({ epoch, file: "receipts" }, () => receiptLines(files.receipts.text));
    const shares = parsed({ epoch, file: "shares" }, () => shareLines(files.shares.text));
    const found = parsed({ epoch, file: "leaves" }, () => parseLeaves(files.leaves.text));

    const before = postings.filter((other) => other.id < epoch && !other.isRejected);
    const earlier = await earlierReceipts(before, notes);
    const { attributed, missing } = await checkReceipts(session, posting, receipts, shares, earlier);
    const previous = await standingLeaves(leaves, standingBefore(postings, epoch));
    checkSum(posting, previous, receipts);
    const unseen = await checkLeftOut(session, posting, postings, receipts);
    if (unseen) notes.push(unseen);
    const redirects = await source.facts.redirects(snapshot);
    const due = payable(epoch, () => leavesOf(previous, receipts, shares, posting.total, terms, redirects));
    try {
      checkLeaves(posting, due, found);
      for (const { assertBound } of Object.values(files)) assertBound();
    } catch (error) {
      if (!(error instanceof DifferenceError)) throw error;
      return { epoch, verdict: "different", difference: error.difference, recomputed: treeOf(due)?.root ?? null };
    }
    if (missing) throw missing;
    const { length } = receipts;
    return {
      epoch,
      verdict: "equal",
      receipts: length,
      attributed,
      payees: found.length - 2,
      total: posting.total,
      notes,
    };
  }

  async function verify(epoch: number): Promise<Verdict> {
    const postings = await source.facts.postings();
    const posting = postings.find(({ id }) => id === epoch);
    if (!posting)
      throw new Error(`epoch ${epoch} has no root on chain; the newest is ${postings.at(-1)?.id ?? "none"}`);
    try {
      return await check(posting, postings);
    } catch (error) {
      if (error instanceof DifferenceError) {
        return { epoch, verdict: "different", difference: error.difference, recomputed: null };
      }
      if (error instanceof UnavailableError) {
        return { epoch, verdict: "unavailable", what: error.message, ofEpoch: error.ofEpoch };
      }
      if (isOfContent(error)) {
        return { epoch, verdict: "unavailable", what: `its files make no sense: ${error.message}`, ofEpoch: true };
      }
      throw error;
    }
  }
  return { verify, leaves };
}

/** @throws DifferenceError where the receipts of an epoch promise what no leaves can hold */
function payable<Result>(epoch: number, compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return differ({ epoch, file: "receipts", row: null }, "payouts", "what leaves can hold", error.message);
  }
}

/** What was read broke the reading, whoever wrote it. A node or a database that is away has errors of its own. */
const isOfContent = (error: unknown): error is Error =>
  (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) && !error.cause;

async function readIds(session: Session, posting: Posting): Promise<string[]> {
  const manifest = await readManifest(session, posting);
  const { text, assertBound } = await readEpochFile(session, posting, manifest, "receipts");
  assertBound();
  return parsed({ epoch: posting.id, file: "receipts" }, () => receiptLines(text)).map(({ receipt }) =>
    receipt.id.toLowerCase(),
  );
}

/** Leaves of the epoch before, as posted. Files of another epoch are no fault of the one that is verified. */
async function standingLeaves(leaves: Verifier["leaves"], standing: Posting | null): Promise<Leaf[]> {
  if (!standing) return [];
  try {
    const found = await leaves(standing);
    checkLeaves(standing, found, found);
    return found;
  } catch (error) {
    if (!(error instanceof DifferenceError || error instanceof UnavailableError)) throw error;
    throw new UnavailableError(`what epoch ${standing.id} left is not to be had: ${error.message}`);
  }
}

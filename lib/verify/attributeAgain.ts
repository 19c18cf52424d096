import type { Hex } from "viem";
import { addContext, contextHash, type LoggedPassage } from "../attribution/context/index.ts";
import {
  type Attribution,
  type AttributionIndex,
  answerHash,
  attribute,
  type BitsTable,
  type Params,
  resultHash,
  type Share,
} from "../attribution/index.ts";
import { addressPayee, type Channel, type ShareRow } from "../ledger/index.ts";
import type { LedgerEntry } from "./ledgerLines.ts";
import type { Passage } from "./passage.ts";

export interface Redone {
  /** Of the exact channel: its rows and spans are the answer's. */
  result: Attribution;
  /** Of scale: what nobody has, whatever the method. */
  treasury: number;
  /** Part of the answer that was not traced word for word; null where only words are traced. */
  residualBps: number | null;
  /** What the gateway must have signed as `attributionHash`. */
  hash: Hex;
  shares: ShareRow[];
}

/**
 * Attributes an answer again. @param index over the texts of `entries`, in their order. @param root their ledger root.
 */
export function attributeAgain(
  index: AttributionIndex,
  entries: readonly LedgerEntry[],
  root: Hex,
  answer: string,
  bits: BitsTable,
  params?: Params,
): Redone {
  const result = attribute(index, answer, bits, params ? { params } : {});
  const { shares, treasury } = result;
  return {
    ...{ result, treasury, residualBps: null },
    hash: exactHashOf(result, root, answer, bits),
    shares: shareRows(entries, shares, "exact"),
  };
}

/** What was in the prompt, and the texts that its log is read from again. */
export interface Prompted {
  /** In the prompt's order. */
  passages: readonly Passage[];
  /** Of the ledger by its order; those that the log does not name may be missing. */
  texts: ArrayLike<string>;
  /** The method's own by default. */
  contextBps?: number;
}

/**
 * Attributes an answer whose prompt held passages again: both channels.
 * @throws RangeError for passages that no prompt can have held: the message names what is wrong
 */
export function attributeBothAgain(
  index: AttributionIndex,
  entries: readonly LedgerEntry[],
  root: Hex,
  answer: string,
  bits: BitsTable,
  prompted: Prompted,
  params?: Params,
): Redone {
  return contextOf(attribute(index, answer, bits, params ? { params } : {}), entries, root, answer, bits, prompted);
}

/** The same from what the exact channel said. @param exact of the answer over the ledger of `entries` */
export function contextOf(
  exact: Attribution,
  entries: readonly LedgerEntry[],
  root: Hex,
  answer: string,
  bits: BitsTable,
  { passages, texts, contextBps }: Prompted,
): Redone {
  const log = logOf(entries, passages);
  const kinds = entries.map(({ kind }) => kind);
  const { pool, context, ...used } = addContext(exact, kinds, bits, log, texts, contextBps);
  const rows = [...shareRows(entries, pool.exact, "exact"), ...shareRows(entries, pool.context, "context")];
  return {
    result: exact,
    treasury: pool.treasury,
    residualBps: context.residualBps,
    hash: contextHash({
      ...{ ...pool, log, contextBps: used.contextBps },
      exactHash: exactHashOf(exact, root, answer, bits),
    }),
    // Stable: of one contribution, exact comes first.
    shares: rows.sort((a, b) => (a.contribution < b.contribution ? -1 : a.contribution > b.contribution ? 1 : 0)),
  };
}

/** Passages by their contributions' ids as the method reads them: by place in the ledger. */
function logOf(entries: readonly LedgerEntry[], passages: Prompted["passages"]): LoggedPassage[] {
  const places = new Map(entries.map(({ id }, i) => [id, i]));
  return passages.map(([id, offset, words]) => {
    const contribution = places.get(BigInt(id));
    if (contribution === undefined) throw new RangeError(`contribution ${id} is not in the ledger`);
    return { contribution, offset, words };
  });
}

function exactHashOf({ params, rows, shares, treasury }: Attribution, root: Hex, answer: string, bits: BitsTable): Hex {
  return resultHash({
    ...{ params, rows, shares, treasury },
    bitsHash: bits.hash,
    ledgerRoot: root,
    answerHash: answerHash(answer),
  });
}

const shareRows = (entries: readonly LedgerEntry[], shares: readonly Share[], channel: Channel): ShareRow[] =>
  shares.map(({ contribution, share }) => {
    const entry = entries[contribution]!;
    const row = { contribution: entry.id, payee: addressPayee(entry.contributor), share };
    return channel === "exact" ? row : { ...row, channel };
  });

import { CONTEXT_METHOD, DEFAULT_CONTEXT_BPS } from "../../../lib/attribution/context/index.ts";
import { type BitsTable, spansOf } from "../../../lib/attribution/index.ts";
import { payeeAddress } from "../../../lib/ledger/index.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import { contextOf, type Passage } from "../../../lib/verify/index.ts";
import type { Attributed } from "./Attributed.ts";
import type { ModelLedger } from "./ModelLedgers.ts";

/**
 * `lona-1+context-1`, for answers whose prompt held passages: first what the answer repeats, as `lona-1` says it; then, of the words that
 * are left, what the passages explain, in shares of their own. @param passages the gateway's log
 */
export async function attributeInContext(
  store: Store,
  ledger: ModelLedger,
  answer: string,
  passages: readonly Passage[],
  bits: BitsTable,
): Promise<Attributed> {
  const { items, root } = ledger;
  const texts: string[] = [];
  for (const id of new Set(passages.map(([id]) => id))) {
    const place = items.findIndex((item) => Number(item.id) === id);
    if (place >= 0) texts[place] = decodeText(await store.get(items[place]!.cid));
  }
  const exact = await ledger.attribute(answer);
  const started = performance.now();
  const found = contextOf(exact.result, items, root, answer, bits, { passages, texts });
  const traceUs = exact.traceUs + Math.round((performance.now() - started) * 1000);

  const { params, rows, coverageBps } = found.result;
  const idOf = (place: number) => Number(items[place]!.id);
  return {
    method: CONTEXT_METHOD,
    params: { ...params, contextBps: DEFAULT_CONTEXT_BPS },
    scale: params.scale,
    bitsHash: bits.hash,
    ledgerRoot: root,
    ledgerSize: items.length,
    rows: rows.map((row) => [row.start, row.from, row.to, idOf(row.contribution), row.offset]),
    spans: spansOf(found.result).map(({ start, end, contribution }) => [start, end, idOf(contribution)]),
    owned: found.shares.map(({ contribution, payee, share, channel }) => {
      return { contribution, contributor: payeeAddress(payee)!, share, channel };
    }),
    treasury: found.treasury,
    coverageBps,
    residualBps: found.residualBps,
    resultHash: found.hash,
    traceUs,
  };
}

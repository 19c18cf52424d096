import { answerHash, type BitsTable, METHOD, resultHash, spansOf } from "../../../lib/attribution/index.ts";
import type { Attributed } from "./Attributed.ts";
import type { ModelLedger } from "./ModelLedgers.ts";

/** `lona-1`: each phrase of the answer belongs to its first publisher in the model's ledger. */
export async function attributeSpans(
  { items, root, attribute }: ModelLedger,
  answer: string,
  bits: BitsTable,
): Promise<Attributed> {
  const { result, traceUs } = await attribute(answer);
  const { params, rows, shares, treasury, coverageBps } = result;
  const idOf = (place: number) => Number(items[place]!.id);
  return {
    method: METHOD,
    params: { ...params },
    scale: params.scale,
    bitsHash: bits.hash,
    ledgerRoot: root,
    ledgerSize: items.length,
    rows: rows.map((row) => [row.start, row.from, row.to, idOf(row.contribution), row.offset]),
    spans: spansOf(result).map(({ start, end, contribution }) => [start, end, idOf(contribution)]),
    owned: shares.map(({ contribution, share }) => {
      const { id, contributor } = items[contribution]!;
      return { contribution: id, contributor, share };
    }),
    treasury,
    coverageBps,
    resultHash: resultHash({
      ...{ params, rows, shares, treasury },
      bitsHash: bits.hash,
      ledgerRoot: root,
      answerHash: answerHash(answer),
    }),
    traceUs,
  };
}

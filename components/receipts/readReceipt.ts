import "server-only";
import { cache } from "react";
import { sql } from "@/lib/db/client.ts";
import { epochById } from "@/lib/db/queries/epochs.ts";
import { attributionOf, payoutsOf, receiptById, sharesOf, spanSources } from "@/lib/db/queries/receiptDetail.ts";
import { readPassages } from "../../lib/gateway/data/readPassages.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { fileStore } from "../../lib/storage/store.ts";
import { moneyOf } from "./money.ts";
import { segmentsOf } from "./segments.ts";
import { marksOf } from "./series.ts";

/** Everything the page of one receipt shows; null when there is no such receipt. */
export const readReceipt = cache(async (id: string) => {
  if (!/^0x[0-9a-fA-F]{64}$/.test(id)) return null;
  const receipt = await receiptById(sql(), id);
  if (!receipt) return null;
  const now = await pageClock();
  const [attribution, all, payouts, epoch] = await Promise.all([
    attributionOf(sql(), id),
    sharesOf(sql(), id),
    payoutsOf(sql(), id),
    receipt.epoch === null ? null : epochById(sql(), receipt.epoch, now),
  ]);
  const shares = all.filter(({ channel }) => channel === "exact");
  const inContext = all.filter(({ channel }) => channel === "context");
  const paid = shares.map((share) => Number(share.contribution));
  const led = [...new Set((attribution?.spans ?? []).map(([, , contribution]) => contribution))];
  const taught = (attribution?.influence?.effects ?? []).map(([contribution]) => contribution!);
  return {
    receipt,
    attribution,
    shares,
    /** What stood in the prompt; null where the model is given nothing. */
    context:
      attribution === null || attribution.residualBps === null
        ? null
        : {
            residualBps: attribution.residualBps,
            shares: inContext,
            passages: receipt.passages && (await readPassages(sql(), fileStore(), receipt.passages)),
          },
    payouts,
    epoch,
    now,
    money: attribution
      ? moneyOf(receipt.fee, attribution.split, payouts, attribution.residualBps === null ? null : inContext)
      : null,
    segments: receipt.answer === null ? null : segmentsOf(receipt.answer, attribution?.spans ?? []),
    marks: marksOf(paid, led),
    sources: await spanSources(sql(), [...led, ...taught]),
  };
});

export type ReceiptView = NonNullable<Awaited<ReturnType<typeof readReceipt>>>;

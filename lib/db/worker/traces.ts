import type { Address, Hex } from "viem";
import type { Channel } from "../../ledger/contributorPayouts.ts";
import type { Payout } from "../../ledger/receiptPayouts.ts";
import type { Split } from "../../ledger/splitFee.ts";
import type { Sql } from "../client.ts";
import type { Executor } from "./executor.ts";

export type ServedReceipt = {
  id: Hex;
  payer: Address;
  model: bigint;
  version: number;
  provider: bigint;
  /** Wei. */
  fee: bigint;
  question: string;
  answer: string;
  requestHash: Hex;
  responseHash: Hex;
  servedAt: number;
  /** [contribution id, offset, words] of what stood in the prompt; null for models that are given nothing. */
  passages: [number, number, number][] | null;
};

/** Scores and effects in 1/1,000,000,000. */
export interface InfluenceRecord {
  /** keccak256 of the trained weights. */
  weights: Hex;
  /** Of each label, greatest first; the first is the answer's. */
  scores: { label: string; score: number }[];
  /** [contribution, effect] of each training row, in ledger order. */
  effects: number[][];
}

export interface Trace {
  receipt: Hex;
  method: string;
  params: Record<string, number>;
  /** Of the bits table; null for methods that read none. */
  bitsHash: Hex | null;
  ledgerRoot: Hex;
  ledgerSize: number;
  /** [start, from, to, contribution id, offset] */
  rows: number[][];
  /** [start, end, contribution id] */
  spans: number[][];
  /** What training texts did to the answer; null for other methods. */
  influence?: InfluenceRecord | null;
  treasury: number;
  coverageBps: number;
  /** Null where only words are traced. */
  residualBps?: number | null;
  resultHash: Hex;
  signature: Hex;
  split: Split;
  traceUs: number;
  shares: { contribution: bigint; payee: Address; share: number; amount: bigint; channel?: Channel }[];
  payouts: Payout[];
}

/** Null once it has been attributed, or when there is no such receipt. */
export async function receiptToTrace(sql: Executor, id: string): Promise<ServedReceipt | null> {
  const [row] = await sql<ServedReceipt[]>`
    select id, payer, model, version, provider, fee, question, answer, request_hash, response_hash, served_at, passages
    from gateway.receipt r
    where id = ${id.toLowerCase()} and not exists (select 1 from worker.attribution a where a.receipt = r.id)`;
  return row ?? null;
}

/** Receipts that nobody has attributed `seconds` after they were written, oldest first. */
export async function overdueReceipts(sql: Executor, seconds: number, limit: number): Promise<Hex[]> {
  const rows = await sql<{ id: Hex }[]>`
    select r.id from gateway.receipt r left join worker.attribution a on a.receipt = r.id
    where a.receipt is null and r.created_at < now() - ${seconds} * interval '1 second'
    order by r.created_at limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Writes all of a trace or nothing. @returns false when the receipt had been attributed before: then nothing changes. */
export async function saveTrace(sql: Sql, trace: Trace): Promise<boolean> {
  const { shares, payouts, rows, spans, params, split, influence, ...columns } = trace;
  return sql.begin(async (tx) => {
    const [written] = await tx`
      insert into worker.attribution ${tx({
        ...columns,
        params: tx.json(params),
        rows: tx.json(rows),
        spans: tx.json(spans),
        split: tx.json({ ...split }),
        influence: influence ? tx.json({ ...influence }) : null,
      })} on conflict do nothing returning receipt`;
    if (!written) return false;
    const receipt = trace.receipt;
    if (shares.length > 0) {
      await tx`insert into worker.share ${tx(
        shares.map(({ contribution, payee, share, amount, channel = "exact" }) => ({
          receipt,
          contribution: String(contribution),
          payee: payee.toLowerCase(),
          share,
          amount: String(amount),
          channel,
        })),
      )}`;
    }
    if (payouts.length > 0) {
      await tx`insert into worker.payout ${tx(
        payouts.map(({ role, payee, amount }) => ({
          receipt,
          role,
          payee: payee.toLowerCase(),
          amount: String(amount),
        })),
      )}`;
    }
    return true;
  });
}

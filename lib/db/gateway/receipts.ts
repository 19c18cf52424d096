import type { Executor } from "../worker/executor.ts";
import type { InfluenceRecord } from "../worker/traces.ts";

export type NewReceipt = {
  id: string;
  /** Lower case. */
  payer: string;
  keyId: string | null;
  model: bigint;
  version: number;
  provider: bigint;
  /** Wei. */
  fee: bigint;
  question: string;
  answer: string;
  visibility: "public" | "private";
  salt: string;
  requestHash: string;
  responseHash: string;
  providerSignature: string | null;
  promptTokens: number;
  /** [contribution, offset, words] of what was put into the prompt; null where nothing ever is. */
  passages: [number, number, number][] | null;
  completionTokens: number;
  firstTokenMs: number;
  totalMs: number;
  /** Chain time, unix seconds. */
  servedAt: number;
};

export async function insertReceipt(sql: Executor, receipt: NewReceipt): Promise<void> {
  const { model, provider, fee, passages, ...columns } = receipt;
  const ids = { model: String(model), provider: String(provider), fee: String(fee) };
  await sql`
    insert into gateway.receipt ${sql({ ...columns, ...ids, passages: passages && sql.json(passages) })}`;
}

export type PrivateText = {
  question: string;
  answer: string;
  salt: string;
  passages: [number, number, number][] | null;
  /** Null while the answer is being attributed. */
  spans: [number, number, number][] | null;
  /** Null while the answer is being attributed, and where no classifier gave it. */
  influence: InfluenceRecord | null;
};

/** The text of a receipt for whoever paid for it; null for anybody else. */
export async function textForPayer(sql: Executor, receipt: string, payer: string): Promise<PrivateText | null> {
  const [row] = await sql<PrivateText[]>`
    select r.question, r.answer, r.salt, r.passages, a.spans, a.influence
    from gateway.receipt r left join worker.attribution a on a.receipt = r.id
    where r.id = ${receipt.toLowerCase()} and r.payer = ${payer.toLowerCase()}`;
  return row ?? null;
}

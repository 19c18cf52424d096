import type { Address, Hex } from "viem";
import type { Params } from "../../attribution/index.ts";
import type { Channel, Payout, Split } from "../../ledger/index.ts";
import type { Sql } from "../client.ts";
import { contentOf } from "../contentOf.ts";
import type { InfluenceRecord } from "../worker/traces.ts";

export type Receipt = {
  id: Hex;
  payer: Address;
  model: bigint;
  modelName: string | null;
  modelContact: string | null;
  modelOwner: string | null;
  version: number;
  provider: bigint;
  providerName: string | null;
  providerContact: string | null;
  providerRegion: string | null;
  providerCountry: string | null;
  fee: bigint;
  visibility: "public" | "private";
  /** Question, answer and salt are null when the receipt is private: the text stays with payer and gateway. */
  question: string | null;
  answer: string | null;
  salt: Hex | null;
  /** [contribution, offset, words] of what stood in the prompt; null when private, and for models that are given nothing. */
  passages: [number, number, number][] | null;
  requestHash: Hex;
  responseHash: Hex;
  providerSignature: Hex | null;
  promptTokens: number;
  completionTokens: number;
  firstTokenMs: number;
  totalMs: number;
  servedAt: number;
  epoch: number | null;
};

export async function receiptById(sql: Sql, id: string): Promise<Receipt | null> {
  const [row] = await sql<Receipt[]>`
    select r.id, r.payer, r.model, m.body->>'name' as model_name, m.body->>'contact' as model_contact,
      ma.owner as model_owner, r.version, r.provider, p.body->>'name' as provider_name,
      p.body->>'contact' as provider_contact, p.body->>'region' as provider_region, p.body->>'country' as provider_country,
      r.fee, r.visibility,
      case when r.visibility = 'public' then r.question end as question,
      case when r.visibility = 'public' then r.answer end as answer,
      case when r.visibility = 'public' then r.salt end as salt,
      case when r.visibility = 'public' then r.passages end as passages,
      r.request_hash, r.response_hash, r.provider_signature, r.prompt_tokens, r.completion_tokens,
      r.first_token_ms, r.total_ms, r.served_at, e.epoch
    from gateway.receipt r
    left join indexer.asset ma on ma.id = r.model left join worker.document m on m.uri = ma.uri
    left join indexer.asset pa on pa.id = r.provider left join worker.document p on p.uri = pa.uri
    left join worker.epoch_receipt e on e.receipt = r.id
    where r.id = ${id.toLowerCase()}`;
  return row ?? null;
}

/** Shares and amounts that the model's split and the trace gave an answer. Null while it is being attributed. */
export type Attribution = {
  method: string;
  /** `contextBps` only where the method has passages. */
  params: Params & { contextBps?: number };
  /** Null for methods that read no bits table. */
  bitsHash: Hex | null;
  ledgerRoot: Hex;
  ledgerSize: number;
  /** [start, end, contribution]: UTF-16 offsets into the answer. */
  spans: [number, number, number][];
  /** What training texts did to a classifier's answer; null for other methods, and when the receipt is private. */
  influence: InfluenceRecord | null;
  /** Of scale 1e9. */
  treasury: number;
  coverageBps: number;
  /** Part of the answer that was not traced word for word; null where only words are traced. */
  residualBps: number | null;
  resultHash: Hex;
  signature: Hex;
  split: Split;
  traceUs: number;
};

export async function attributionOf(sql: Sql, receipt: string): Promise<Attribution | null> {
  const [row] = await sql<Attribution[]>`
    select method, params, bits_hash, ledger_root, ledger_size,
      case when (select visibility from gateway.receipt where id = ${receipt.toLowerCase()}) = 'public'
        then spans else '[]'::jsonb end as spans,
      case when (select visibility from gateway.receipt where id = ${receipt.toLowerCase()}) = 'public'
        then influence end as influence,
      treasury, coverage_bps, residual_bps, result_hash, signature, split, trace_us
    from worker.attribution where receipt = ${receipt.toLowerCase()}`;
  return row ?? null;
}

export type ReceiptShare = {
  contribution: bigint;
  title: string | null;
  datanet: bigint;
  datanetName: string | null;
  datanetContact: string | null;
  payee: Address;
  channel: Channel;
  share: number;
  amount: bigint;
};

/** Largest first; a contribution may have one in each channel. */
export async function sharesOf(sql: Sql, receipt: string): Promise<ReceiptShare[]> {
  return sql<ReceiptShare[]>`
    select s.contribution, t.title, c.datanet, d.body->>'name' as datanet_name, d.body->>'contact' as datanet_contact,
      s.payee, s.channel, s.share, s.amount
    from worker.share s
    left join indexer.contribution c on c.id = s.contribution
    ${contentOf(sql)}
    left join indexer.asset a on a.id = c.datanet left join worker.document d on d.uri = a.uri
    where s.receipt = ${receipt.toLowerCase()} order by s.share desc, s.contribution, s.channel desc`;
}

/** Wei by role and payee (32 bytes); adds up to the fee exactly. Empty while the answer is being attributed. */
export async function payoutsOf(sql: Sql, receipt: string): Promise<Payout[]> {
  return sql<Payout[]>`
    select role, payee, amount from worker.payout where receipt = ${receipt.toLowerCase()} order by role, payee`;
}

export type SpanSource = { contribution: bigint; title: string | null; datanet: bigint; contributor: string };

/** Whose the highlighted spans are: also commons, which take no share. */
export async function spanSources(sql: Sql, contributions: number[]): Promise<SpanSource[]> {
  if (contributions.length === 0) return [];
  return sql<SpanSource[]>`
    select c.id as contribution, t.title, c.datanet, c.contributor
    from indexer.contribution c ${contentOf(sql)}
    where c.id in ${sql(contributions)} order by c.id`;
}

export type PassageSource = {
  id: bigint;
  title: string | null;
  datanet: bigint;
  contributor: string;
  cid: string | null;
};

/** Contributions whose passages stood in a prompt. */
export async function passageSources(sql: Sql, contributions: number[]): Promise<PassageSource[]> {
  if (contributions.length === 0) return [];
  return sql<PassageSource[]>`
    select c.id, t.title, c.datanet, c.contributor, t.cid
    from indexer.contribution c ${contentOf(sql)}
    where c.id in ${sql(contributions)}`;
}

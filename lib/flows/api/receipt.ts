import { askApi } from "../../tx/api.ts";

export type ShownShare = {
  contribution: string;
  title: string | null;
  datanet: string;
  datanetName: string | null;
  payee: string;
  /** Of scale 1e9. */
  share: number;
  /** Wei. */
  amount: bigint;
};

/** What stood in the prompt, and what it explains of the answer. */
export type ShownContext = {
  /** Part of the answer that was not traced word for word, in basis points. */
  residualBps: number;
  /** Largest first. */
  shares: ShownShare[];
  /** Null where the reader is not the payer of a private receipt. */
  passages:
    | {
        contribution: number;
        datanet: string | null;
        title: string | null;
        offset: number;
        words: number;
        /** Null when it is no longer to be had. */
        text: string | null;
      }[]
    | null;
};

/** A receipt as the playground shows it. Text is null where it is private and the reader is not its payer. */
export type ShownReceipt = {
  id: string;
  model: string;
  modelName: string | null;
  version: number;
  provider: string;
  providerName: string | null;
  /** Wei. */
  fee: bigint;
  question: string | null;
  answer: string | null;
  promptTokens: number;
  completionTokens: number;
  firstTokenMs: number;
  totalMs: number;
  requestHash: string;
  responseHash: string;
  /** Null until the answer has been traced. */
  attribution: {
    /** [start, end, contribution], UTF-16 offsets into the answer. */
    spans: [number, number, number][];
    method: string;
    coverageBps: number;
    resultHash: string;
    signature: string;
    params: { contextBps?: number };
    split: { provider: number; owner: number; contributors: number; stakers: number };
    /** Of words that the answer repeats; largest first. */
    shares: ShownShare[];
    /** Null where the model is given no passages. */
    context: ShownContext | null;
  } | null;
  payouts: { role: "contributor" | "owner" | "provider" | "stakers" | "protocol"; amount: bigint }[];
};

type Money = { amount: string };
type WireShares = { shares: (Omit<ShownShare, "amount"> & Money)[] };
type Wire = Omit<ShownReceipt, "fee" | "attribution" | "payouts"> & {
  fee: string;
  attribution:
    | (Omit<NonNullable<ShownReceipt["attribution"]>, "shares" | "context"> &
        WireShares & { context: (Omit<ShownContext, "shares"> & WireShares) | null })
    | null;
  payouts: (Omit<ShownReceipt["payouts"][number], "amount"> & Money)[];
};

/** @param key the payer's API key, which opens the text of a private receipt */
export async function readReceipt(id: string, key: string | null): Promise<ShownReceipt> {
  const headers = key ? { authorization: `Bearer ${key}` } : undefined;
  const wire = await askApi<Wire>(`/api/v1/receipts/${id}`, { headers });
  const inWei = <T extends Money>(row: T) => ({ ...row, amount: BigInt(row.amount) });
  const withWei = <T extends WireShares>(of: T) => ({ ...of, shares: of.shares.map(inWei) });
  return {
    ...wire,
    fee: BigInt(wire.fee),
    payouts: wire.payouts.map(inWei),
    attribution: wire.attribution && {
      ...withWei(wire.attribution),
      context: wire.attribution.context && withWei(wire.attribution.context),
    },
  };
}

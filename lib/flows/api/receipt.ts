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
    split: { provider: number; owner: number; contributors: number; stakers: number };
    /** Largest first. */
    shares: ShownShare[];
  } | null;
  payouts: { role: "contributor" | "owner" | "provider" | "stakers" | "protocol"; amount: bigint }[];
};

type Money = { amount: string };
type Wire = Omit<ShownReceipt, "fee" | "attribution" | "payouts"> & {
  fee: string;
  attribution:
    | (Omit<NonNullable<ShownReceipt["attribution"]>, "shares"> & { shares: (Omit<ShownShare, "amount"> & Money)[] })
    | null;
  payouts: (Omit<ShownReceipt["payouts"][number], "amount"> & Money)[];
};

/** @param key the payer's API key, which opens the text of a private receipt */
export async function readReceipt(id: string, key: string | null): Promise<ShownReceipt> {
  const headers = key ? { authorization: `Bearer ${key}` } : undefined;
  const wire = await askApi<Wire>(`/api/v1/receipts/${id}`, { headers });
  const inWei = <T extends Money>(row: T) => ({ ...row, amount: BigInt(row.amount) });
  return {
    ...wire,
    fee: BigInt(wire.fee),
    payouts: wire.payouts.map(inWei),
    attribution: wire.attribution && { ...wire.attribution, shares: wire.attribution.shares.map(inWei) },
  };
}

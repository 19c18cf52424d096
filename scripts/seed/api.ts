import type { Address, Hex } from "viem";
import type { ShownTraining, TrainingOrder } from "../../lib/flows/api/trainings.ts";

export interface ClaimableLeaf {
  epoch: string | number;
  index: number;
  payee: Hex;
  amount: string;
  proof: Hex;
}

interface KeyOrder {
  payer: Address;
  label: string;
  /** Wei, as signed in the voucher. */
  limit: bigint;
  /** Of the voucher. */
  signature: Hex;
  /** Shows who asks; unix seconds. */
  access: { issuedAt: number; signature: Hex };
}

/** The public HTTP API, as any client would use it. Each call throws what the server answered when it refuses. */
export function makeApi(appUrl: string) {
  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${appUrl}${path}`, init);
    if (response.ok) return response.json();
    throw new Error(`${init?.method ?? "GET"} ${path} answered ${response.status}: ${await response.text()}`);
  };
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    call(path, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

  return {
    /** Stores a text. @returns its CID. */
    async upload(text: string): Promise<string> {
      const send = () => post("/api/v1/blobs", text, { "content-type": "text/plain; charset=utf-8" });
      // The server may close an idle connection just as it is used again. Storing twice does no harm.
      const { cid } = await send().catch((error) => (error instanceof TypeError ? send() : Promise.reject(error)));
      return cid;
    },
    /** Keeps a text for a case. @returns the hash to open it with. */
    async keepEvidence(text: string): Promise<Hex> {
      const { hash } = await post("/api/v1/evidence", text, { "content-type": "text/plain; charset=utf-8" });
      return hash;
    },
    /** @returns the key: it is shown this once. */
    async createKey({ limit, ...order }: KeyOrder): Promise<string> {
      const { key } = await post("/api/v1/keys", JSON.stringify({ ...order, limit: String(limit) }));
      return key;
    },
    /** The highest limit a payer has signed, in wei; 0 without any. */
    async limitOf(payer: Address): Promise<bigint> {
      const { limit } = await call(`/api/v1/accounts/${payer}`);
      return BigInt(limit ?? 0);
    },
    /** Asks a model. @returns the receipt's id. */
    async ask(key: string, model: string, question: string, visibility: "public" | "private"): Promise<Hex> {
      const body = { model, visibility, messages: [{ role: "user", content: question }] };
      const answer = await post("/api/v1/chat/completions", JSON.stringify(body), { authorization: `Bearer ${key}` });
      return answer.openledger.receipt;
    },
    /** Has a classifier trained. */
    train: (order: TrainingOrder): Promise<ShownTraining> => post("/api/v1/trainings", JSON.stringify(order)),
    training: (id: Hex): Promise<ShownTraining> => call(`/api/v1/trainings/${id}`),
    /** What an address, or a staking pool by its payee, can claim now, if anything. */
    async claimOf(address: Hex): Promise<ClaimableLeaf | null> {
      const { claim } = await call(`/api/v1/rewards/${address}`);
      return claim;
    },
  };
}

import type { Hex } from "viem";
import { formatOpen } from "../format/money.ts";
import { voucherTypedData } from "../ledger/index.ts";
import { postJson } from "../tx/api.ts";
import type { Flow, Result } from "../tx/flow.ts";
import { readCredit } from "./api/credit.ts";

export type CreateKeyRequest = {
  label: string;
  /** Wei that may be spent from now on, over all keys of the account. */
  budget: bigint;
};

export type CreateKeyFacts = {
  /** Wei, cumulative: what the voucher allows the gateway ever to have drawn. */
  limit: bigint;
  signature: Hex | null;
  key: string | null;
};

/**
 * The cumulative limit to sign so that `budget` wei can be spent from now on. A voucher only counts when it is above the last one, so a smaller budget
 * than the one signed before cannot be taken back by signing: it stays.
 */
export const limitFor = (credit: { spent: bigint; reserved: bigint; limit: bigint }, budget: bigint): bigint => {
  const wanted = credit.spent + credit.reserved + budget;
  return wanted > credit.limit ? wanted : credit.limit + 1n;
};

/** Signs a budget and gets an API key for it. The key is in the facts once; whoever shows it must clear them. */
export const createKeyFlow: Flow<CreateKeyRequest, CreateKeyFacts> = {
  name: "createKey",

  async plan({ budget }, { port }) {
    const limit = limitFor(await readCredit(port.account), budget);
    return { facts: { limit, signature: null, key: null }, steps: ["sign", "create"] };
  },

  title: (step, { budget }) =>
    step === "sign" ? `Sign a budget of ${formatOpen(budget, "full")} OPEN` : "Create the key",

  async act(step, { label }, { limit, signature }, { port, network }) {
    const { chainId, contracts, gateway } = network.deployment;
    if (step === "sign") {
      const message = voucherTypedData({ chainId, escrow: contracts.escrow }, { payer: port.account, gateway, limit });
      return { kind: "sign", message };
    }
    return { kind: "ask", request: () => postJson("/api/v1/keys", { payer: port.account, label, limit, signature }) };
  },

  learn(step, result, _, facts) {
    if (step === "sign") return { ...facts, signature: (result as Extract<Result, { kind: "sign" }>).signature };
    const { key } = (result as Extract<Result, { kind: "ask" }>).answer as { key: string };
    return { ...facts, key };
  },
};

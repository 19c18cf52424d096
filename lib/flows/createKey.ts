import type { Hex } from "viem";
import { formatOpen } from "../format/money.ts";
import { accessTypedData, voucherTypedData } from "../ledger/index.ts";
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
 * The cumulative limit to sign so that `budget` wei can be spent from now on. A limit is never lowered, so a larger budget signed before cannot be
 * taken back by signing: it stays.
 */
export const limitFor = (credit: { spent: bigint; reserved: bigint; limit: bigint }, budget: bigint): bigint => {
  const more = credit.spent + credit.reserved + budget - credit.limit;
  return more > 0n ? credit.limit + more : credit.limit;
};

/**
 * Signs a budget, and gets an API key for it with a second signature: the budget becomes public when fees are drawn, so it shows nobody's identity. The
 * second one is kept nowhere, and is asked for again when making the key is tried again. The key is in the facts once; whoever shows it must clear them.
 */
export const createKeyFlow: Flow<CreateKeyRequest, CreateKeyFacts> = {
  name: "createKey",

  async plan({ budget }, { port }) {
    const limit = limitFor(await readCredit(port.account), budget);
    return { facts: { limit, signature: null, key: null }, steps: ["sign", "create"] };
  },

  title: (step, { budget }) =>
    step === "sign" ? `Sign a budget of ${formatOpen(budget, "full")} OPEN` : "Sign that it is you, and get the key",

  async act(step, { label }, { limit, signature }, { port, network }) {
    const { chainId, contracts, gateway } = network.deployment;
    if (step === "sign") {
      const message = voucherTypedData({ chainId, escrow: contracts.escrow }, { payer: port.account, gateway, limit });
      return { kind: "sign", message };
    }
    const payer = port.account;
    const issuedAt = Math.trunc(Date.now() / 1_000); // the wall's clock: the server holds it against its own
    return {
      kind: "signAndAsk",
      message: accessTypedData({ chainId, escrow: contracts.escrow }, { payer, gateway, issuedAt: BigInt(issuedAt) }),
      request: (proof) =>
        postJson("/api/v1/keys", { payer, label, limit, signature, access: { issuedAt, signature: proof } }),
    };
  },

  learn(step, result, _, facts) {
    if (step === "sign") return { ...facts, signature: (result as Extract<Result, { kind: "sign" }>).signature };
    const { key } = (result as Extract<Result, { kind: "ask" }>).answer as { key: string };
    return { ...facts, key };
  },
};

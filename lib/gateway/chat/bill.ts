import type { Hex } from "viem";
import { charge } from "../../db/gateway/accounts.ts";
import { feeOf } from "../../ledger/feeOf.ts";
import { saltedHash } from "../../ledger/index.ts";
import type { Gateway } from "../Gateway.ts";
import type { Order } from "./Order.ts";
import type { Provider } from "./providers.ts";

export interface Served {
  provider: Provider;
  text: string;
  tokens: number;
  /** The provider's, checked: what nobody answers for is not billed. */
  signature: Hex;
  /** From the caller's request to the first words. */
  firstTokenMs: number;
}

export interface Billed {
  receipt: Hex;
  /** Wei. */
  fee: bigint;
  receiptUrl: string;
  promptTokens: number;
  completionTokens: number;
}

/** Billing began and did not return: whether something was charged, only the receipt tells. */
export class BillingError extends Error {
  override name = "BillingError";
}

/**
 * Charges what was served: writes its receipt, frees what was set aside, and has it attributed.
 * @throws BillingError when the database fails; the charge may still have been written
 */
export async function bill(gateway: Gateway, order: Order, served: Served): Promise<Billed> {
  const { request, model, caller, receipt, salt } = order;
  const answer = served.text.toWellFormed();
  const fee = feeOf(request.promptTokens + served.tokens, model.perThousandTokens);
  await charge(gateway.sql, order.reservation, {
    id: receipt,
    payer: caller.payer.toLowerCase(),
    keyId: caller.keyId,
    model: model.id,
    version: model.version,
    provider: served.provider.id,
    fee,
    question: request.question,
    answer,
    visibility: request.visibility,
    salt,
    requestHash: saltedHash(salt, request.question),
    responseHash: saltedHash(salt, answer),
    providerSignature: served.signature,
    promptTokens: request.promptTokens,
    passages: order.passages,
    completionTokens: served.tokens,
    firstTokenMs: Math.round(served.firstTokenMs),
    totalMs: Math.round(performance.now() - order.startedAt),
    servedAt: order.servedAt,
  }).catch((cause) => {
    console.error(`gateway: billing ${receipt}:`, cause);
    const where = `${gateway.appUrl}/receipts/${receipt}`;
    throw new BillingError(`Something failed on our side while the answer was billed. ${where} tells whether it was.`);
  });
  // The answer is paid for and kept; the worker finds it without this too, only later.
  gateway.enqueueTrace(receipt).catch((error) => console.error(`gateway: ${receipt} was not queued:`, error));
  const receiptUrl = `${gateway.appUrl}/receipts/${receipt}`;
  return { receipt, fee, receiptUrl, promptTokens: request.promptTokens, completionTokens: served.tokens };
}

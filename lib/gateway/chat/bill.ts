import { type Hex, isAddressEqual, recoverTypedDataAddress } from "viem";
import { charge } from "../../db/gateway/accounts.ts";
import { saltedHash, servedTypedData } from "../../ledger/index.ts";
import type { Gateway } from "../Gateway.ts";
import type { Order } from "./Order.ts";
import { feeOf } from "./pricing.ts";
import type { Provider } from "./providers.ts";

export interface Served {
  provider: Provider;
  text: string;
  tokens: number;
  /** Unchecked. */
  signature: Hex | null;
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

/** Charges what was served: writes its receipt, frees what was set aside, and has it attributed. */
export async function bill(gateway: Gateway, order: Order, served: Served): Promise<Billed> {
  const { request, model, caller, receipt, salt } = order;
  const answer = served.text.toWellFormed();
  const responseHash = saltedHash(salt, answer);
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
    responseHash,
    providerSignature: await checkedSignature(gateway, receipt, responseHash, served),
    promptTokens: request.promptTokens,
    completionTokens: served.tokens,
    firstTokenMs: Math.round(served.firstTokenMs),
    totalMs: Math.round(performance.now() - order.startedAt),
    servedAt: order.servedAt,
  });
  gateway.health.succeeded(served.provider.id, served.firstTokenMs);
  // The answer is paid for and kept; the worker finds it without this too, only later.
  gateway.enqueueTrace(receipt).catch((error) => console.error(`gateway: ${receipt} was not queued:`, error));
  const receiptUrl = `${gateway.appUrl}/receipts/${receipt}`;
  return { receipt, fee, receiptUrl, promptTokens: request.promptTokens, completionTokens: served.tokens };
}

/** The provider's signature if it is its owner's and over exactly what was served, else null. */
async function checkedSignature(
  { deployment }: Gateway,
  receipt: Hex,
  responseHash: Hex,
  { provider, signature }: Served,
): Promise<Hex | null> {
  if (!signature) return null;
  const at = { chainId: deployment.chainId, settlement: deployment.contracts.settlement };
  const signer = await recoverTypedDataAddress({ ...servedTypedData(at, { receipt, responseHash }), signature }).catch(
    () => null,
  );
  if (signer && isAddressEqual(signer, provider.owner as Hex)) return signature;
  console.error(`gateway: provider ${provider.id} signed ${receipt} as ${signer ?? "nobody"}, not as its owner`);
  return null;
}

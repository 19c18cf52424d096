import { randomBytes } from "node:crypto";
import { toHex } from "viem";
import { release } from "../../db/gateway/accounts.ts";
import { feeOf } from "../../ledger/feeOf.ts";
import { authenticate } from "../account/authenticate.ts";
import { reserveCredit } from "../account/credit.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError, unavailable } from "../http/GatewayError.ts";
import { json } from "../http/respond.ts";
import { addPassages, MOST_ADDED_WORDS, takesPassages } from "./addPassages.ts";
import { ProviderError } from "./askProvider.ts";
import { BillingError } from "./bill.ts";
import { readChatRequest } from "./chatRequest.ts";
import { modelNamed } from "./models.ts";
import type { Order } from "./Order.ts";
import { relayAnswer } from "./relayAnswer.ts";
import { type StartedAnswer, startAnswer } from "./startAnswer.ts";
import { streamAnswer } from "./streamAnswer.ts";
import { completion } from "./wire.ts";

/** Longest a request may run; a reservation lives longer. */
const MOST_MS = 120_000;

/**
 * `POST /api/v1/chat/completions`. Nothing is charged but an answer that its provider countersigned; then exactly one receipt is written.
 * The price is that of the model's version on the receipt, read once: it is what credit was set aside by. A caller who leaves before the
 * provider's first word pays nothing; after it, the answer is read to its end and billed, and is to be found at its receipt.
 */
export async function postChatCompletion(gateway: Gateway, request: Request): Promise<Response> {
  const startedAt = performance.now();
  const caller = await authenticate(gateway, request);
  const chat = await readChatRequest(request);
  const [model, servedAt] = await Promise.all([modelNamed(gateway, chat.model), timeOf(gateway)]);
  const asked = chat.promptTokens + (takesPassages(model) ? MOST_ADDED_WORDS : 0);
  const costOf = (answerTokens: number) => feeOf(asked + answerTokens, model.perThousandTokens);
  const cost = { most: costOf(chat.maxTokens), least: costOf(1) };
  const reservation = await reserveCredit(gateway, caller.payer, cost);
  const [receipt, salt] = [toHex(randomBytes(32)), toHex(randomBytes(32))];

  return unlessItFails(gateway, reservation, request.signal, async () => {
    const added = await addPassages(gateway, model, chat, receipt, request.signal);
    const order: Order = { ...added, model, receipt, salt, caller, reservation, servedAt, startedAt };
    const started = await startUnlessLeft(gateway, order, request.signal);
    if (chat.stream) return streamAnswer(gateway, order, started);
    const { text, finishReason, billed } = await relayAnswer(gateway, order, started, () => {});
    return json(completion(order, text, finishReason, billed), { headers: { "x-openledger-receipt": receipt } });
  });
}

/** Starts the answer; until it has begun, a caller who leaves stops it. */
async function startUnlessLeft(gateway: Gateway, order: Order, caller: AbortSignal): Promise<StartedAnswer> {
  const stop = new AbortController();
  const leave = () => stop.abort(caller.reason);
  caller.addEventListener("abort", leave);
  if (caller.aborted) leave();
  try {
    const started = await startAnswer(gateway, order, AbortSignal.any([stop.signal, AbortSignal.timeout(MOST_MS)]));
    stop.signal.throwIfAborted();
    return started;
  } finally {
    caller.removeEventListener("abort", leave);
  }
}

/** Gives the reservation back when nothing will be billed, and says whose failure it was. */
async function unlessItFails(
  gateway: Gateway,
  reservation: string,
  caller: AbortSignal,
  serve: () => Promise<Response>,
): Promise<Response> {
  try {
    return await serve();
  } catch (error) {
    await release(gateway.sql, reservation);
    if (caller.aborted) return new Response(null, { status: 499 }); // nobody reads it
    if (error instanceof ProviderError) {
      throw unavailable(
        `The provider failed midway: ${error.message}. Nothing was charged. Try again.`,
        "provider_failed",
      );
    }
    if (error instanceof BillingError) {
      throw new GatewayError(500, error.message, { type: "api_error", code: "billing_failed" });
    }
    throw error;
  }
}

async function timeOf({ chain }: Gateway): Promise<number> {
  return chain.time().catch((error) => {
    console.error("gateway: chain:", error);
    throw unavailable("The chain does not answer, so credit cannot be checked. Try again.", "chain_unavailable");
  });
}

import { randomBytes } from "node:crypto";
import { toHex } from "viem";
import { release } from "../../db/gateway/accounts.ts";
import { authenticate } from "../account/authenticate.ts";
import { reserveCredit } from "../account/credit.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError, unavailable } from "../http/GatewayError.ts";
import { json } from "../http/respond.ts";
import { ProviderError } from "./askProvider.ts";
import { BillingError } from "./bill.ts";
import { readChatRequest } from "./chatRequest.ts";
import { modelNamed } from "./models.ts";
import type { Order } from "./Order.ts";
import { feeOf } from "./pricing.ts";
import { relayAnswer } from "./relayAnswer.ts";
import { type StartedAnswer, startAnswer } from "./startAnswer.ts";
import { streamAnswer } from "./streamAnswer.ts";
import { completion } from "./wire.ts";

/** Longest a request may run; a reservation lives longer. */
const MOST_MS = 120_000;

/** `POST /api/v1/chat/completions`. Nothing is charged unless words were served; then exactly one receipt is written. */
export async function postChatCompletion(gateway: Gateway, request: Request): Promise<Response> {
  const startedAt = performance.now();
  const caller = await authenticate(gateway, request);
  const chat = await readChatRequest(request);
  const [model, servedAt] = await Promise.all([modelNamed(gateway, chat.model), timeOf(gateway)]);
  const most = feeOf(chat.promptTokens + chat.maxTokens, model.perThousandTokens);
  const reservation = await reserveCredit(gateway, caller.payer, most);
  const [receipt, salt] = [toHex(randomBytes(32)), toHex(randomBytes(32))];
  const order: Order = { request: chat, model, receipt, salt, caller, reservation, servedAt, startedAt };

  const hangUp = new AbortController();
  const signal = AbortSignal.any([request.signal, hangUp.signal, AbortSignal.timeout(MOST_MS)]);
  const left = () => request.signal.aborted || hangUp.signal.aborted;
  return unlessItFails(gateway, order, left, async () => {
    const started = await startAnswer(gateway, order, signal);
    if (chat.stream) return streamAnswer(gateway, order, started, hangUp, left);
    return wholeAnswer(gateway, order, started, left);
  });
}

async function wholeAnswer(
  gateway: Gateway,
  order: Order,
  started: StartedAnswer,
  left: () => boolean,
): Promise<Response> {
  const relayed = await relayAnswer(gateway, order, started, () => {}, left);
  // Nobody reads it: the caller hung up.
  if (!relayed) return new Response(null, { status: 499 });
  const { text, finishReason, billed } = relayed;
  return json(completion(order, text, finishReason, billed), { headers: { "x-openledger-receipt": order.receipt } });
}

/** Gives the reservation back when nothing will be billed, and says whose failure it was. */
async function unlessItFails(
  gateway: Gateway,
  order: Order,
  left: () => boolean,
  serve: () => Promise<Response>,
): Promise<Response> {
  try {
    return await serve();
  } catch (error) {
    await release(gateway.sql, order.reservation);
    if (left()) return new Response(null, { status: 499 });
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

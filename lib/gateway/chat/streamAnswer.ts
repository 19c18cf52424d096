import { release } from "../../db/gateway/accounts.ts";
import type { Gateway } from "../Gateway.ts";
import { raw } from "../http/respond.ts";
import { ProviderError } from "./askProvider.ts";
import { BillingError } from "./bill.ts";
import type { Order } from "./Order.ts";
import { relayAnswer } from "./relayAnswer.ts";
import type { StartedAnswer } from "./startAnswer.ts";
import { contentChunk, event, lastChunks, roleChunk } from "./wire.ts";

/**
 * The answer as server-sent events, as it comes. It does not wait for a slow reader: an answer is small, and what holds money must end.
 * @param hangUp is aborted when the reader goes away
 */
export function streamAnswer(
  gateway: Gateway,
  order: Order,
  started: StartedAnswer,
  hangUp: AbortController,
  left: () => boolean,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (data: object | "[DONE]") => {
        if (!hangUp.signal.aborted) controller.enqueue(encoder.encode(event(data)));
      };
      // Not awaited: a stream is read only after `start` has returned.
      void pump(gateway, order, started, send, left).then(() => {
        if (!hangUp.signal.aborted) controller.close();
      });
    },
    cancel: () => hangUp.abort(),
  });
  return raw(body, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    "x-openledger-receipt": order.receipt,
  });
}

async function pump(
  gateway: Gateway,
  order: Order,
  started: StartedAnswer,
  send: (data: object | "[DONE]") => void,
  left: () => boolean,
): Promise<void> {
  try {
    send(roleChunk(order));
    const relayed = await relayAnswer(gateway, order, started, (piece) => send(contentChunk(order, piece)), left);
    if (!relayed) return;
    for (const chunk of lastChunks(order, relayed.finishReason, relayed.billed)) send(chunk);
    send("[DONE]");
  } catch (error) {
    send({ error: { message: messageOf(error), type: "api_error", code: codeOf(error), param: null } });
    if (codeOf(error) === "internal_error" && !left()) console.error("gateway:", error);
    await release(gateway.sql, order.reservation).catch((cause) => console.error("gateway: reservation:", cause));
  }
}

function codeOf(error: unknown) {
  if (error instanceof ProviderError) return "provider_failed";
  return error instanceof BillingError ? "billing_failed" : "internal_error";
}

function messageOf(error: unknown): string {
  if (error instanceof BillingError) return error.message;
  const reason =
    error instanceof ProviderError ? `The provider failed midway: ${error.message}` : "Something failed on our side";
  return `${reason}. Nothing was charged. Try again.`;
}

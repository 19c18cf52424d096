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
 * The answer as server-sent events, as it comes. It does not wait for a slow reader, nor end for one who leaves: an answer is small, and
 * what holds money must come to its end.
 */
export function streamAnswer(gateway: Gateway, order: Order, started: StartedAnswer): Response {
  const encoder = new TextEncoder();
  let isRead = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (data: object | "[DONE]") => {
        if (isRead) controller.enqueue(encoder.encode(event(data)));
      };
      // Not awaited: a stream is read only after `start` has returned.
      void pump(gateway, order, started, send).then(() => {
        if (isRead) controller.close();
      });
    },
    cancel() {
      isRead = false;
    },
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
): Promise<void> {
  try {
    send(roleChunk(order));
    const relayed = await relayAnswer(gateway, order, started, (piece) => send(contentChunk(order, piece)));
    for (const chunk of lastChunks(order, relayed.finishReason, relayed.billed)) send(chunk);
    send("[DONE]");
  } catch (error) {
    send({ error: { message: messageOf(error), type: "api_error", code: codeOf(error), param: null } });
    if (codeOf(error) === "internal_error") console.error("gateway:", error);
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

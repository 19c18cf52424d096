import type { Gateway } from "../Gateway.ts";
import { type Ending, ProviderError } from "./askProvider.ts";
import { type Billed, bill } from "./bill.ts";
import { checkCountersignature } from "./countersignature.ts";
import type { Order } from "./Order.ts";
import type { StartedAnswer } from "./startAnswer.ts";

export interface Relayed {
  text: string;
  finishReason: Ending["finishReason"];
  billed: Billed;
}

/**
 * Hands a started answer on piece by piece, and bills it when it has come to its countersigned end. A caller who leaves meanwhile changes
 * nothing: the signature is over the whole answer, so the whole is read (within the request's time) and billed, or nothing is. Its payer
 * finds it at the receipt. Else a provider could bill words it never signed for, or a caller leave before the last word and not pay.
 * @param deliver is given each piece as it comes
 * @throws ProviderError when the provider breaks off or does not countersign; then nothing is billed, and the reservation stands.
 * BillingError
 */
export async function relayAnswer(
  gateway: Gateway,
  order: Order,
  { provider, first, waitedMs, rest }: StartedAnswer,
  deliver: (piece: string) => void,
): Promise<Relayed> {
  const firstTokenMs = performance.now() - order.startedAt;
  let text = "";
  const hand = (piece: string) => {
    text += piece;
    deliver(piece);
  };
  try {
    hand(first);
    const { finishReason, tokens, signature: claimed } = await drain(rest, hand);
    const signature = await checkCountersignature(gateway, order, provider, text, claimed);
    const billed = await bill(gateway, order, { provider, text, tokens, signature, firstTokenMs });
    gateway.health.succeeded(provider.id, order.model.id, waitedMs);
    return { text, finishReason, billed };
  } catch (error) {
    if (error instanceof ProviderError) gateway.health.failed(provider.id, order.model.id);
    throw error;
  }
}

async function drain(pieces: AsyncGenerator<string, Ending>, hand: (piece: string) => void): Promise<Ending> {
  for (;;) {
    const next = await pieces.next();
    if (next.done) return next.value;
    hand(next.value);
  }
}

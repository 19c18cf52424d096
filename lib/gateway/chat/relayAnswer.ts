import type { Gateway } from "../Gateway.ts";
import { type Ending, ProviderError } from "./askProvider.ts";
import { type Billed, bill } from "./bill.ts";
import { checkCountersignature } from "./countersignature.ts";
import { createMeter } from "./createMeter.ts";
import type { Order } from "./Order.ts";
import type { StartedAnswer } from "./startAnswer.ts";

export interface Relayed {
  text: string;
  finishReason: Ending["finishReason"];
  billed: Billed;
}

/**
 * Hands a started answer on piece by piece and bills it when it ends. A caller who left is billed for what had been handed on.
 * @param deliver is given each piece as it comes
 * @param left whether the caller is gone
 * @returns null when the caller left: nobody is there to be told
 * @throws ProviderError when the provider breaks off or does not countersign, or whatever ended it before a word was handed on; then
 * nothing is billed, and the reservation stands. BillingError
 */
export async function relayAnswer(
  gateway: Gateway,
  order: Order,
  { provider, first, rest }: StartedAnswer,
  deliver: (piece: string) => void,
  left: () => boolean,
): Promise<Relayed | null> {
  const firstTokenMs = performance.now() - order.startedAt;
  let text = "";
  let cut = false;
  const hand = (piece: string) => {
    cut ||= left();
    if (cut) return;
    text += piece;
    deliver(piece);
  };
  let ending: Ending | null;
  try {
    hand(first);
    ending = await drain(rest, hand);
    if (cut && text === "") throw new Error("the caller left before the first word");
    // A signature is over the whole answer: none holds for the part that was handed on.
    if (cut) ending = null;
    else await checkCountersignature(gateway, order, provider, text, ending.signature);
  } catch (error) {
    if (error instanceof ProviderError) gateway.health.failed(provider.id, order.model.id);
    if (!left() || text === "") throw error;
    ending = null;
  }
  const served = { provider, text, firstTokenMs };
  if (ending === null) {
    const meter = createMeter(order.request.maxTokens);
    meter.push(text);
    await bill(gateway, order, { ...served, tokens: meter.tokens(), signature: null });
    return null;
  }
  const { finishReason, tokens, signature } = ending;
  return { text, finishReason, billed: await bill(gateway, order, { ...served, tokens, signature }) };
}

async function drain(pieces: AsyncGenerator<string, Ending>, hand: (piece: string) => void): Promise<Ending> {
  for (;;) {
    const next = await pieces.next();
    if (next.done) return next.value;
    hand(next.value);
  }
}

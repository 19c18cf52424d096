import type { Ending } from "./askProvider.ts";
import type { Billed } from "./bill.ts";
import type { Order } from "./Order.ts";

// OpenAI's wire format. What is ours stands in one extra field, `openledger`, which its clients pass through.

const common = (order: Order, object: string) => ({
  id: `chatcmpl-${order.receipt.slice(2, 26)}`,
  object,
  created: order.servedAt,
  model: order.request.model,
});

const ours = ({ receipt, fee, receiptUrl }: Billed) => ({ receipt, fee: fee.toString(), receiptUrl });

const usage = ({ promptTokens, completionTokens }: Billed) => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
});

type Finish = Ending["finishReason"] | null;

function chunk(order: Order, delta: { role?: "assistant"; content?: string }, finish: Finish = null) {
  return {
    ...common(order, "chat.completion.chunk"),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...(order.request.includeUsage && { usage: null }),
  };
}

export const roleChunk = (order: Order) => chunk(order, { role: "assistant", content: "" });

export const contentChunk = (order: Order, content: string) => chunk(order, { content });

/** What ends a stream: why it ended and, if asked for, the usage. Each says which receipt it is. */
export function lastChunks(order: Order, finish: Finish, billed: Billed): object[] {
  const end = { ...chunk(order, {}, finish), openledger: ours(billed) };
  if (!order.request.includeUsage) return [end];
  const total = {
    ...common(order, "chat.completion.chunk"),
    choices: [],
    usage: usage(billed),
    openledger: ours(billed),
  };
  return [end, total];
}

export function completion(order: Order, content: string, finish: Finish, billed: Billed) {
  return {
    ...common(order, "chat.completion"),
    choices: [
      { index: 0, message: { role: "assistant", content, refusal: null }, logprobs: null, finish_reason: finish },
    ],
    usage: usage(billed),
    openledger: ours(billed),
  };
}

export const event = (data: object | "[DONE]") => `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;

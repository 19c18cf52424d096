import { setImmediate as nextTurn } from "node:timers/promises";
import { createMeter } from "../../lib/gateway/chat/createMeter.ts";
import type { Model } from "./models.ts";
import type { Search } from "./startSearch.ts";

/** What is said when no passage fits: a guess would be worth nothing and pay nobody. */
const NOTHING_FITS = "No passage of this model’s datanets answers that well enough to quote.";

/** Answers the last question with the quote that is found for it, word by word. The same question always gets the same answer. */
export function extractiveModel(find: Search["find"]): Model {
  return {
    async *answer({ messages, maxTokens }, signal) {
      const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
      const text = (await find(question, signal)) ?? NOTHING_FITS;
      const meter = createMeter(maxTokens);
      for (const word of text.match(/\s*\S+\s*/g) ?? []) {
        const served = meter.push(word);
        if (served) yield served;
        if (meter.isFull()) return "length";
        await nextTurn(); // so that each word leaves by itself, and other requests have their turn
      }
      return "stop";
    },
  };
}

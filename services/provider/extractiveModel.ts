import { setImmediate as nextTurn } from "node:timers/promises";
import { createMeter } from "../../lib/gateway/chat/createMeter.ts";
import { SearchError } from "../../lib/search/SearchError.ts";
import type { Search } from "../../lib/search/startSearch.ts";
import { type Model, ModelError } from "./models.ts";

/** What is said when no passage fits: a guess would be worth nothing and pay nobody. */
const NOTHING_FITS = "No passage of this model’s datanets answers that well enough to quote.";

/** Answers the last question with the quote that is found for it, word by word. The same question always gets the same answer. */
export function extractiveModel(quote: Search["quote"]): Model {
  return {
    async *answer({ messages, maxTokens }, signal) {
      const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
      const found = await quote(question, signal).catch((error: Error) => {
        throw error instanceof SearchError ? new ModelError(503, error.message) : error;
      });
      const text = found ?? NOTHING_FITS;
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

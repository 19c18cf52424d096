import { setImmediate as nextTurn } from "node:timers/promises";
import { answerFrom, type Passages } from "../../lib/attribution/index.ts";
import { createMeter } from "../../lib/gateway/chat/createMeter.ts";
import type { Model } from "./models.ts";

/** What is said when no passage fits: a guess would be worth nothing and pay nobody. */
const NOTHING_FITS = "No passage of this model’s datanets answers that well enough to quote.";

/** Answers the last question with a quote of its passages, word by word. The same question always gets the same answer. */
export function extractiveModel(passages: Passages): Model {
  return {
    async *answer({ messages, maxTokens }) {
      const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
      const text = answerFrom(passages, question)?.text ?? NOTHING_FITS;
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

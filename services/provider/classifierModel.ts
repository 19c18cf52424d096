import { keccak256 } from "viem";
import { createMeter } from "../../lib/gateway/chat/createMeter.ts";
import { answerOf, classify, decodeClassifier } from "../../lib/influence/index.ts";
import type { ClassifierPart } from "../../lib/storage/documentSchemas.ts";
import type { Store } from "../../lib/storage/fileStore.ts";
import { type Model, ModelError } from "./models.ts";

/**
 * Labels the last question by the weights that the model's document names. The same question always gets the same answer.
 * @throws ModelError 503 when the weights are not to be had, or are not those
 */
export async function classifierModel(store: Store, { weights }: ClassifierPart): Promise<Model> {
  const bytes = await store.get(weights.cid).catch(() => {
    throw new ModelError(503, `The weights ${weights.cid} are not in this node's store. Try again later.`);
  });
  if (keccak256(bytes) !== weights.keccak) {
    throw new ModelError(503, `The weights ${weights.cid} are not those that the model's document names.`);
  }
  const classifier = decodeClassifier(bytes);
  return {
    async *answer({ messages, maxTokens }) {
      const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
      const meter = createMeter(maxTokens);
      const served = meter.push(answerOf(classify(classifier, question)));
      if (served) yield served;
      return meter.isFull() ? "length" : "stop";
    },
  };
}

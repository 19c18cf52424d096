import type { Address } from "viem";
import {
  attributeLabel,
  INFLUENCE_METHOD,
  INFLUENCE_SCALE,
  influenceHash,
  nobodys,
} from "../../../lib/influence/index.ts";
import type { Attributed } from "./Attributed.ts";
import type { ModelClassifier } from "./ModelClassifiers.ts";

/** `influence-1`: each training text is owed what the answer's label would lose without its owner's texts. */
export function attributeInfluence(
  { items, root, weights, classifier }: ModelClassifier,
  question: string,
  answer: string,
): Attributed {
  const started = performance.now();
  const byId = new Map(items.map((item) => [item.id, item]));
  const isCommons = (id: bigint) => byId.get(id)?.kind === "commons";
  const result = classifier ? attributeLabel(classifier, question, answer, isCommons) : nobodys;
  const traceUs = Math.round((performance.now() - started) * 1000);

  const { scores, effects, shares, treasury, coverageBps } = result;
  const contributorOf = (id: bigint): Address => byId.get(id)!.contributor;
  return {
    method: INFLUENCE_METHOD,
    params: { scale: INFLUENCE_SCALE },
    scale: INFLUENCE_SCALE,
    bitsHash: null,
    ledgerRoot: root,
    ledgerSize: items.length,
    rows: [],
    spans: [],
    influence: { weights, scores, effects: effects.map(({ contribution, effect }) => [Number(contribution), effect]) },
    owned: shares.map(({ contribution, share }) => ({ contribution, contributor: contributorOf(contribution), share })),
    treasury,
    coverageBps,
    resultHash: influenceHash({ weightsHash: weights, ledgerRoot: root, question, answer, ...result }),
    traceUs,
  };
}

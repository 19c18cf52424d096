import { type Hex, keccak256 } from "viem";
import { decodeClassifier, evaluateClassifier } from "../../../lib/influence/index.ts";
import type { ModelDocument } from "../../../lib/storage/documentSchemas.ts";
import { classifierIfPublished, influenceAgain, type LedgerLine, trainHere } from "../../../lib/verify/index.ts";
import { checkMoney, shareRows } from "./shares.ts";
import { sameCoverage } from "./shown.ts";
import { type Check, type Claim, type Spoken, same, sameRows } from "./types.ts";

type Published = NonNullable<ModelDocument["classifier"]>;

/** Trains the model again, measures its texts' influence again, and compares both with the record. @param document the model version's, as JSON */
export async function checkInfluence(
  lines: readonly LedgerLine[],
  spoken: Spoken,
  document: string,
  claim: Claim,
): Promise<Check[]> {
  const { weights, evaluation, ...spec } = (JSON.parse(document) as { classifier: Published }).classifier;
  const trained = await trainHere(lines, spec);
  const classifier = classifierIfPublished(trained, weights.keccak);
  const { result, hash, shares } = influenceAgain(classifier, lines, claim.ledgerRoot, weights.keccak, spoken);
  const { scores, effects, treasury, coverageBps } = result;
  const effectRows = (rows: readonly (readonly (number | bigint)[])[]) =>
    new Map(rows.map(([contribution, effect]) => [`contribution ${contribution}`, `${effect} of 1,000,000,000`]));
  const scoreRows = (rows: readonly { label: string; score: number }[]) =>
    new Map(rows.map(({ label, score }) => [label, String(score)]));
  const { influence } = claim;
  return [
    checkWeights(trained, weights.keccak),
    ...(classifier && trained
      ? [
          same(
            "Accuracy, as the model’s document tells it",
            JSON.stringify(evaluateClassifier(decodeClassifier(trained))),
            JSON.stringify(evaluation),
          ),
        ]
      : []),
    same("Result’s hash, as signed", hash, claim.resultHash),
    ...(influence
      ? [
          sameRows("Scores of the labels", scoreRows(scores), scoreRows(influence.scores), ["score", "scores"]),
          sameRows(
            "Effects of training texts",
            effectRows(effects.map(({ contribution, effect }) => [contribution, effect])),
            effectRows(influence.effects),
            ["effect", "effects"],
          ),
        ]
      : []),
    sameRows("Shares, of 1,000,000,000", shareRows(shares), shareRows(ofClaim(claim)), ["share", "shares"]),
    same("Share of nobody, to the treasury", String(treasury), String(claim.treasuryShare)),
    sameCoverage(coverageBps, claim),
    ...checkMoney(claim, shares),
  ];
}

const ofClaim = ({ shares }: Claim) => shares.map(({ contribution, payee, share }) => ({ contribution, payee, share }));

/** Other weights are no fault of the receipt, which then credits nobody: they are the model's. */
function checkWeights(trained: Uint8Array | null, published: Hex): Check {
  const name = "Weights, trained again here";
  const found = trained ? keccak256(trained) : "none: this ledger cannot be trained on";
  if (found === published) return { name, ok: true, value: found };
  const detail = `training gives ${found}, but the model was published with ${published}; so its answers credit nobody`;
  return { name, ok: null, detail };
}

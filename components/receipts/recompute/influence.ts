import { type Hex, keccak256 } from "viem";
import { formatCount } from "../../../lib/format/number.ts";
import { decodeClassifier, type Evaluation, evaluateClassifier, measuresOf } from "../../../lib/influence/index.ts";
import type { ModelDocument } from "../../../lib/storage/documentSchemas.ts";
import { classifierIfPublished, influenceAgain, type LedgerLine, trainHere } from "../../../lib/verify/index.ts";
import { checkMoney, shareRows } from "./shares.ts";
import { sameCoverage } from "./shown.ts";
import { type Check, type Claim, notChecked, type Spoken, same, sameRows } from "./types.ts";

const SCORES = "Scores of the labels";
const EFFECTS = "Effects of training texts";

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
    ...(classifier && trained ? [sameEvaluation(evaluateClassifier(decodeClassifier(trained)), evaluation)] : []),
    same("Result’s hash, as signed", hash, claim.resultHash),
    ...(influence
      ? [
          sameRows(SCORES, scoreRows(scores), scoreRows(influence.scores), ["score", "scores"]),
          sameRows(
            EFFECTS,
            effectRows(effects.map(({ contribution, effect }) => [contribution, effect])),
            effectRows(influence.effects),
            ["effect", "effects"],
          ),
        ]
      : [SCORES, EFFECTS].map((name) => notChecked(name, "the page shows none of a private answer"))),
    sameRows("Shares, of 1,000,000,000", shareRows(shares), shareRows(ofClaim(claim)), ["share", "shares"]),
    same("Share of nobody, to the treasury", String(treasury), String(claim.treasuryShare)),
    sameCoverage(coverageBps, claim),
    ...checkMoney(claim, shares),
  ];
}

const ofClaim = ({ shares }: Claim) => shares.map(({ contribution, payee, share }) => ({ contribution, payee, share }));

/** How often each label was found, cell by cell; the tick shows how often in all. */
function sameEvaluation(computed: Evaluation, claimed: Evaluation): Check {
  const cells = ({ labels, confusion }: Evaluation) =>
    new Map(
      labels.flatMap((label, row) =>
        labels.map((said, column) => [`${label}, taken for ${said}`, String(confusion[row]?.[column])] as const),
      ),
    );
  const name = "Accuracy, as the model’s document tells it";
  const { right, texts } = measuresOf(computed);
  const value = `${formatCount(right)} of ${formatCount(texts)} right`;
  return { ...sameRows(name, cells(computed), cells(claimed), ["cell", "cells"]), value };
}

/** Other weights are no fault of the receipt, which then credits nobody: they are the model's. */
function checkWeights(trained: Uint8Array | null, published: Hex): Check {
  const name = "Weights, trained again here";
  const found = trained ? keccak256(trained) : "none: this ledger cannot be trained on";
  if (found === published) return { name, ok: true, value: found };
  const detail = `training gives ${found}, but the model was published with ${published}; so its answers credit nobody`;
  return { name, ok: null, detail };
}

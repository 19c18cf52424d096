export { allocatePositive } from "./allocate.ts";
export {
  attributeLabel,
  EFFECT_UNIT,
  INFLUENCE_METHOD,
  INFLUENCE_SCALE,
  type LabelAttribution,
  nobodys,
} from "./attributeLabel.ts";
export { dot } from "./cholesky.ts";
export { answerOf, confidences } from "./classifier/answerOf.ts";
export { defaultOptions, MOST_ROWS } from "./classifier/bounds.ts";
export { type Classification, classify, type Influence } from "./classifier/classify.ts";
export { type Evaluation, evaluateClassifier } from "./classifier/evaluate.ts";
export { type LabelRules, labeller, labelOf } from "./classifier/labelOf.ts";
export { type Measures, measuresOf } from "./classifier/measures.ts";
export { type Classifier, decodeClassifier } from "./classifier/modelBytes.ts";
export {
  type ClassifierOptions,
  type ClassifierRow,
  type TrainingStage,
  trainClassifier,
  trainingStages,
} from "./classifier/trainClassifier.ts";
export { type ClassifierSpec, type LedgerText, trainOnLedger } from "./classifier/trainOnLedger.ts";
export { duplicateHeads } from "./duplicateHeads.ts";
export { type InfluenceToHash, influenceHash } from "./influenceHash.ts";
export { knnShapley } from "./knnShapley.ts";
export { licenceFamilies } from "./licenceFamilies.ts";
export { fitLogistic, leaveGroupOutEffect, leaveOneOutEffects } from "./logisticRegression.ts";
export { effectsOn, fitRidge, leaveGroupOutCoefficients, leaveOneOutCoefficients } from "./ridge.ts";
export { textFeatures } from "./textFeatures.ts";
export { trainingId } from "./trainingId.ts";

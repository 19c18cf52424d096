export { allocate, allocatePositive } from "./allocate.ts";
export { dot } from "./cholesky.ts";
export { duplicateHeads } from "./duplicateHeads.ts";
export { knnShapley } from "./knnShapley.ts";
export { fitLogistic, leaveGroupOutEffect, leaveOneOutEffects } from "./logisticRegression.ts";
export { effectsOn, fitRidge, leaveGroupOutCoefficients, leaveOneOutCoefficients } from "./ridge.ts";
export { textFeatures } from "./textFeatures.ts";

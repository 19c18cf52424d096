export {
  attributeContext,
  type ContextAttribution,
  type ContextPassage,
  DEFAULT_CONTEXT_BPS,
} from "./attributeContext.ts";
export { retrievePassages } from "./retrievePassages.ts";
export { type PoolSplit, splitPool } from "./splitPool.ts";

export { type FoundPassage, passagesFor } from "../extractive/passagesFor.ts";
export {
  attributeContext,
  type ContextAttribution,
  type ContextPassage,
  DEFAULT_CONTEXT_BPS,
} from "./attributeContext.ts";
export { type PoolSplit, splitPool } from "./splitPool.ts";

export { passagesFor } from "../extractive/passagesFor.ts";
export { addContext } from "./addContext.ts";
export { attributeContext, DEFAULT_CONTEXT_BPS } from "./attributeContext.ts";
export { CONTEXT_METHOD, contextHash } from "./contextHash.ts";
export { type LoggedPassage, MOST_PASSAGE_WORDS, MOST_PASSAGES } from "./contextLog.ts";
export { findPassages, type PromptPassage } from "./findPassages.ts";
export { splitPool } from "./splitPool.ts";

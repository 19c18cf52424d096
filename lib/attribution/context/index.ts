export { passagesFor } from "../extractive/passagesFor.ts";
export { attributeContext } from "./attributeContext.ts";
export { splitPool } from "./splitPool.ts";

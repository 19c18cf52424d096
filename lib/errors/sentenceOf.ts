import { ApiError } from "./ApiError.ts";
import { codeOf } from "./codeOf.ts";
import { sentences } from "./codes.ts";

/** What a person reads. Our API's own messages are already sentences; everything else comes from the closed list. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError && error.status !== 0 && error.message) return error.message;
  return sentences[codeOf(error)];
}

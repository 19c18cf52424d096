import type { Hex } from "viem";
import { contentHash } from "../../../lib/attribution/index.ts";

/** A text somebody contributes. */
export interface Work {
  title: string;
  text: string;
  mediaType: "text/plain" | "text/markdown";
  /** Where the text can be found. */
  source: string;
}

const hashes = new WeakMap<Work, Hex>();

/** The content hash of a work's text, computed once: it takes seconds for all of them. */
export function hashOf(work: Work): Hex {
  const known = hashes.get(work);
  if (known) return known;
  const hash = contentHash(work.text);
  hashes.set(work, hash);
  return hash;
}

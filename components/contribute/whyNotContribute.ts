import type { Preflight } from "../../lib/flows/api/preflight.ts";
import type { Draft } from "../../lib/flows/storeContribution.ts";
import { formatOpen } from "../../lib/format/money.ts";

export type Readiness = {
  draft: Pick<Draft, "title" | "text">;
  result: Preflight | null;
  checking: boolean;
  error: unknown;
  /** Wei of OPEN; undefined while it is being read. */
  held: bigint | undefined;
  agreed: boolean;
  licence: string;
};

/** What is missing before a text can be contributed, in a sentence; null when nothing is. */
export function whyNotContribute({ draft, result, checking, error, held, agreed, licence }: Readiness): string | null {
  if (draft.text.trim() === "") return "Paste, drop or choose a text first.";
  if (draft.title.trim() === "") return "Give it a title.";
  if (checking) return "The text is being checked.";
  if (error || !result) return "The text could not be checked.";
  if (result.problem) return "This text would be rejected; the reason is beside it.";
  if (held !== undefined && held < result.bond)
    return `The bond is ${formatOpen(result.bond, "exact")} OPEN and you hold ${formatOpen(held, "precise")}.`;
  if (!agreed) return `Confirm that you may contribute it under ${licence}.`;
  return null;
}

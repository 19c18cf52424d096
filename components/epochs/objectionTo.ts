import type { EpochDispute } from "../../lib/db/queries/cases.ts";
import type { EpochState } from "../../lib/db/queries/epochs.ts";

/** What can be done against an epoch now; null when nothing can. A case of an earlier dispute does not count: each has its own. */
export function objectionTo(
  state: EpochState,
  disputes: readonly Pick<EpochDispute, "outcome" | "caseId">[],
): "Dispute" | "Open the case" | null {
  if (state === "window") return "Dispute";
  const isOpened = disputes.some(({ outcome, caseId }) => outcome === null && caseId !== null);
  return state === "disputed" && !isOpened ? "Open the case" : null;
}

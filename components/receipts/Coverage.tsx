import { formatCoverage, formatUncovered } from "../../lib/format/number.ts";
import { Defined } from "../display/Defined.tsx";

/** How much of an answer is attributed, and what becomes of the rest. */
export function Coverage({
  bps,
  unattributed,
  paid,
  byInfluence,
}: {
  bps: number;
  unattributed: bigint;
  paid: boolean;
  /** A classifier’s answer: nothing of it is quoted. */
  byInfluence?: boolean;
}) {
  if (byInfluence)
    return (
      <p>
        {bps > 0
          ? "Whose texts taught the model this answer share the contributors’ part."
          : "No contributor’s texts speak for this answer; the contributors’ part is the treasury’s."}
      </p>
    );
  return (
    <p>
      <Defined by="coverage">{formatCoverage(bps, unattributed)} of this answer’s information is attributed.</Defined>{" "}
      {(bps < 10_000 || unattributed > 0n) &&
        `The rest, ${formatUncovered(bps)}, matched nothing that anybody owns; its part ${paid ? "went" : "goes"} to the treasury.`}
    </p>
  );
}

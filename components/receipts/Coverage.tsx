import { formatCoverage, formatUncovered } from "../../lib/format/number.ts";
import { Defined } from "../display/Defined.tsx";

/** How much of an answer is attributed, and what becomes of the rest. */
export function Coverage({ bps, unattributed, paid }: { bps: number; unattributed: bigint; paid: boolean }) {
  return (
    <p>
      <Defined by="coverage">{formatCoverage(bps, unattributed)} of this answer’s information is attributed.</Defined>{" "}
      {(bps < 10_000 || unattributed > 0n) &&
        `The rest, ${formatUncovered(bps)}, matched nothing that anybody owns; its part ${paid ? "went" : "goes"} to the treasury.`}
    </p>
  );
}

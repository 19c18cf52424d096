import { formatShareToward } from "../../lib/format/number.ts";
import { Defined } from "../display/Defined.tsx";
import { Amount } from "../ui/Amount.tsx";

/** The stake that signed a verdict, on a bar with the mark of two thirds. Amounts in wei. */
export function WeightBar({ weight, total }: { weight: bigint; total: bigint }) {
  const share = total === 0n ? 0 : Number((weight * 10_000n) / total) / 100;
  return (
    <figure className="mb-4">
      <div
        role="img"
        aria-label={`${formatShareToward(weight, total, [2n, 3n])} of the stake has signed; two thirds decide`}
        className="relative h-3 overflow-hidden rounded-[3px] bg-sunken outline-1 outline-line"
      >
        <div className="h-full bg-ink" style={{ width: `${share}%` }} />
        <div className="absolute inset-y-0 left-2/3 w-0.5 bg-accent" />
      </div>
      <figcaption className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-[13px] text-ink-2">
        <span>
          <Amount wei={weight} preset="whole" unit />, {formatShareToward(weight, total, [2n, 3n])} of the{" "}
          <Defined by="weight">stake that counts</Defined>
        </span>
        <span className="text-accent">two thirds decide</span>
      </figcaption>
    </figure>
  );
}

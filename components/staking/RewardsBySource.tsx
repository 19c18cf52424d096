import type { RewardSources } from "../../lib/economy/rewardSources.ts";
import { Amount } from "../ui/Amount.tsx";

/** Rewards from fees and from emissions: never one number, never one colour. Null: no record says where they came from. */
export function RewardsBySource({ sources }: { sources: RewardSources | null }) {
  if (!sources) return <span className="text-ink-3">source unknown</span>;
  return (
    <>
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="size-2.5 shrink-0 rounded-[2px] bg-fee" />
        <span className={sources.fees === 0n ? "text-ink-3" : "text-fee"}>
          <Amount wei={sources.fees} preset="precise" unit /> fees
        </span>
      </span>
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="hatch size-2.5 shrink-0 rounded-[2px]" />
        <span className={sources.emissions === 0n ? "text-ink-3" : "text-emission"}>
          <Amount wei={sources.emissions} preset="precise" unit /> emissions
        </span>
      </span>
    </>
  );
}

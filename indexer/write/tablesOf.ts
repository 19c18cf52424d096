import { claim, dollarClaim, dollarEpoch, dollarFunding, epoch, funding } from "ponder:schema";
import { instanceAt } from "./instanceAt.ts";

const open = { claim, epoch, funding };
/** Same columns under other names. */
const dollar = { claim: dollarClaim, epoch: dollarEpoch, funding: dollarFunding } as unknown as typeof open;

/** The tables of the pair that a settlement belongs to. */
export function tablesOf(settlement: `0x${string}`): typeof open {
  return instanceAt(settlement) === "dollarSettlement" ? dollar : open;
}

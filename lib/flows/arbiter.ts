import type { Address } from "viem";
import type { Tools } from "../tx/flow.ts";

/** @throws Error on a network where a council judges: it has no cases, and no page offers them. */
export function arbiterOf({ network }: Tools): Address {
  const { arbiter } = network.deployment.contracts;
  if (!arbiter) throw new Error("This network has no arbiter.");
  return arbiter;
}

import { readDeployment } from "@/lib/chain/clients.ts";
import type { Instance } from "@/lib/chain/parameters.ts";
import { isSameHex } from "../../lib/format/address.ts";
import { contractNames } from "../display/contracts.ts";

/** The contract of this deployment at an address; null for any other account. */
export function whoIs(account: string): string | null {
  const found = Object.entries(readDeployment().contracts).find(
    ([, address]) => address && isSameHex(address, account),
  );
  return found ? contractNames[found[0] as Instance] : null;
}

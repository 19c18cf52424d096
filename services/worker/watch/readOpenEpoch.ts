import { type Address, type Hex, zeroAddress } from "viem";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { chainTime, publicClient } from "../../../lib/chain/clients.ts";
import { memberOf, settlementState } from "../../../lib/chain/enums.ts";
import type { OpenEpoch } from "./decide.ts";

/** The newest epoch if it can still be rejected, all as of one block; null else. `postedAt` comes from its event. */
export async function readOpenEpoch(
  settlement: Address,
): Promise<(Omit<OpenEpoch, "postedAt"> & { id: number; root: Hex; now: number }) | null> {
  const client = publicClient();
  const [now, blockNumber] = await Promise.all([chainTime(), client.getBlockNumber({ cacheTime: 0 })]);
  const at = { address: settlement, abi: settlementAbi, blockNumber } as const;
  const id = await client.readContract({ ...at, functionName: "last" });
  if (id === 0n) return null;
  const [epoch, dispute] = await Promise.all([
    client.readContract({ ...at, functionName: "epochOf", args: [id] }),
    client.readContract({ ...at, functionName: "disputeOf", args: [id] }),
  ]);
  const state = memberOf(settlementState, epoch.state);
  const isOpen = state === "disputed" || (state === "pending" && now < epoch.readyAt);
  if (!isOpen) return null;
  const { root, readyAt } = epoch;
  return { ...{ id: Number(id), root, readyAt, now, state }, wasDisputed: dispute.by !== zeroAddress };
}

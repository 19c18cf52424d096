import type { Hex } from "viem";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { chainTime, publicClient, readDeployment } from "../../../lib/chain/clients.ts";

/** Order of the contract's enum State. */
const DISPUTED = 2;
const REJECTED = 3;

export interface SettlementState {
  /** Chain time, unix seconds. */
  now: number;
  /** Newest epoch's id; 0 before the first. */
  last: number;
  /** Whether the newest epoch is disputed or inside its window: then nothing can be sealed. */
  isOpen: boolean;
  /** Newest epoch that was not rejected; null before the first. The next one builds on it. */
  standing: { id: number; root: Hex } | null;
  /** Cumulative wei; 0 while nothing is sealed. */
  sealedTotal: bigint;
  settled: bigint;
  funded: bigint;
}

/** What the settlement contract says, all as of one block, the newest; the time is read after it, so it is never before the block's. */
export async function readSettlement(): Promise<SettlementState> {
  const client = publicClient();
  const settlement = { address: readDeployment().contracts.settlement, abi: settlementAbi } as const;
  const blockNumber = await client.getBlockNumber({ cacheTime: 0 });
  const now = await chainTime();
  const at = { ...settlement, blockNumber };
  const [last, sealedTotal, settled, funded] = await Promise.all([
    client.readContract({ ...at, functionName: "last" }),
    client.readContract({ ...at, functionName: "sealedTotal" }),
    client.readContract({ ...at, functionName: "settled" }),
    client.readContract({ ...at, functionName: "funded" }),
  ]);

  let isOpen = false;
  let standing: SettlementState["standing"] = null;
  for (let id = last; id > 0n && !standing; id--) {
    const epoch = await client.readContract({ ...at, functionName: "epochOf", args: [id] });
    if (id === last) isOpen = epoch.state === DISPUTED || (epoch.state !== REJECTED && now < epoch.readyAt);
    if (epoch.state !== REJECTED) standing = { id: Number(id), root: epoch.root };
  }
  return { now, last: Number(last), isOpen, standing, sealedTotal, settled, funded };
}

import { settlementAbi } from "../../abi/settlement.ts";
import { publicClient } from "../../chain/clients.ts";
import type { Deployment } from "../../chain/deployment.ts";
import { settlementState } from "../../chain/enums.ts";
import type { Standing } from "../../db/queries/entitlement.ts";

/**
 * Where the epochs stand, by the chain itself: no index that is behind can show money that is not there, or hide what is.
 * @param now chain time, unix seconds
 * @param blockNumber all is read as of this block
 */
export async function readEpochs({ contracts }: Deployment, now: number, blockNumber: bigint): Promise<Standing> {
  const settlement = { address: contracts.settlement, abi: settlementAbi, blockNumber } as const;
  const client = publicClient();
  const last = Number(await client.readContract({ ...settlement, functionName: "last" }));
  const epochs: Standing = { accepted: 0, open: null, isDisputed: false };
  // One epoch at a time is open; those before it were accepted or rejected.
  for (let id = last; id > 0; id--) {
    const { state, readyAt } = await client.readContract({
      ...settlement,
      functionName: "epochOf",
      args: [BigInt(id)],
    });
    if (state === settlementState.pending && now >= readyAt) {
      epochs.accepted = id;
      break;
    }
    if (state === settlementState.pending || state === settlementState.disputed) {
      epochs.open = { id, readyAt };
      epochs.isDisputed = state === settlementState.disputed;
    }
  }
  return epochs;
}

import { formatEther } from "viem";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { attributorsOf } from "../../../lib/db/settlement.ts";
import { targetPayee } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";

/**
 * Registry id of the attributor to post as: of those that the account owns the one with the largest bond. Anybody can give it others.
 * @throws Error when none has the bond that posting takes
 */
export async function bondedAttributor({ sql, deployment }: WorkerContext, owner: string): Promise<bigint> {
  const { settlement, staking } = deployment.contracts;
  const client = publicClient();
  const [minBond, ids] = await Promise.all([
    client.readContract({ address: settlement, abi: settlementAbi, functionName: "minBond" }),
    attributorsOf(sql, owner.toLowerCase()),
  ]);
  const call = { address: staking, abi: stakingAbi, functionName: "bondedOf" } as const;
  const bonds = await Promise.all(
    ids.map(async (id) => ({ id, bond: await client.readContract({ ...call, args: [BigInt(targetPayee(id))] }) })),
  );
  const best = bonds.reduce<(typeof bonds)[number] | null>((a, b) => (a && a.bond >= b.bond ? a : b), null);
  if (!best) throw new Error(`no attributor is registered for ${owner}: register one and stake its bond`);
  if (best.bond >= minBond) return best.id;
  throw new Error(
    `nothing can be posted: of ${owner}'s attributors number ${best.id} has the largest bond, ${formatEther(best.bond)} of ${formatEther(minBond)} OPEN: stake the rest`,
  );
}

"use server";

import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { type Position, positionsOf } from "@/lib/db/queries/positions.ts";
import { type OwnSlash, slashesOf } from "@/lib/db/queries/slashes.ts";
import { listStakeTargets, type StakeTarget } from "@/lib/db/queries/stakeTargets.ts";
import { addressParam } from "@/lib/site/searchParams.ts";

// Reads for the connected account, which only the browser knows. All of it is public; amounts cross as bigint.

export async function readStakes(account: string): Promise<{ positions: Position[]; slashes: OwnSlash[] }> {
  const address = addressParam.parse(account);
  if (!address) return { positions: [], slashes: [] };
  const [positions, slashes] = await Promise.all([
    positionsOf(sql(), address, readDeployment().contracts.open),
    slashesOf(sql(), address),
  ]);
  return { positions, slashes };
}

export const readTargets = async (): Promise<StakeTarget[]> =>
  listStakeTargets(sql(), { open: readDeployment().contracts.open });

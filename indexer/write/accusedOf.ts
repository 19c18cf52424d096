import type { Context } from "ponder:registry";
import { asset, contribution } from "ponder:schema";
import { BURN } from "../../lib/chain/arbiter.ts";
import { readDeployment } from "../../lib/chain/clients.ts";
import { tablesOf } from "./tablesOf.ts";

type Hex = `0x${string}`;
type Subject = "epoch" | "asset" | "contribution";

/** Who answers for a case's subject, as the contract fixes it when the case is opened: not who owns it later. @param settlement of an epoch */
export async function accusedOf({ db }: Context, subject: Subject, id: bigint, settlement: Hex): Promise<Hex> {
  const who = {
    epoch: async () => (await db.find(tablesOf(settlement).epoch, { id }))?.poster,
    asset: async () => (await db.find(asset, { id }))?.owner,
    contribution: async () => (await db.find(contribution, { id }))?.contributor,
  };
  const accused = await who[subject]();
  const nobody = !accused || BigInt(accused) === 0n || accused === readDeployment().contracts.registry.toLowerCase();
  return nobody ? BURN : accused;
}

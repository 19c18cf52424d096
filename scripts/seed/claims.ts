import type { HDAccount, Hex } from "viem";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { targetPayee } from "../../lib/ledger/index.ts";
import type { Models } from "./models.ts";
import type { Session } from "./session.ts";

/** Lets some of those who earned claim: others leave theirs for later, as people do. @param turn changes who. */
export async function claimSome(session: Session, turn: number): Promise<void> {
  const { contributors, developers, provider, treasury } = localAccounts();
  const half = contributors.filter((_, i) => i % 2 === turn % 2);
  for (const account of [...half, developers[turn % developers.length]!, provider]) await claim(session, account);
  if (turn === 0) await claim(session, treasury);
}

/** Brings into the models' pools what accepted epochs hold for their stakers; anybody may. */
export async function bringIn(session: Session, { counsel, guide }: Models): Promise<void> {
  const [helper] = localAccounts().developers;
  for (const model of [counsel, guide]) await claim(session, helper!, targetPayee(model));
}

/** @param payee the account itself, unless it claims for a pool */
async function claim(session: Session, account: HDAccount, payee: Hex = account.address): Promise<void> {
  const leaf = await session.api.claimOf(payee);
  if (!leaf) return;
  const item = { ...leaf, epoch: BigInt(leaf.epoch), index: BigInt(leaf.index), amount: BigInt(leaf.amount) };
  const address = session.contracts.settlement;
  await session.send(account, { address, abi: settlementAbi, functionName: "claimMany", args: [[item]] });
}

import type { HDAccount } from "viem";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import type { Session } from "./session.ts";

/** Lets some of those who earned claim: others leave theirs for later, as people do. @param turn changes who. */
export async function claimSome(session: Session, turn: number): Promise<void> {
  const { contributors, developers, provider, treasury } = localAccounts();
  const half = contributors.filter((_, i) => i % 2 === turn % 2);
  for (const account of [...half, developers[turn % developers.length]!, provider]) await claim(session, account);
  if (turn === 0) await claim(session, treasury);
}

async function claim(session: Session, account: HDAccount): Promise<void> {
  const leaf = await session.api.claimOf(account.address);
  if (!leaf) return;
  const item = { ...leaf, epoch: BigInt(leaf.epoch), index: BigInt(leaf.index), amount: BigInt(leaf.amount) };
  const address = session.contracts.settlement;
  await session.send(account, { address, abi: settlementAbi, functionName: "claimMany", args: [[item]] });
}

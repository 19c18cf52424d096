import { type Account, parseEther } from "viem";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { targetPayee } from "../../lib/ledger/index.ts";
import { assetOf, stake } from "./actors.ts";
import type { Datanets } from "./datanets.ts";
import type { Models } from "./models.ts";
import type { Session } from "./session.ts";

/** Stakes by people on what is not theirs. */
export async function backOthers(session: Session, { licences, manual }: Datanets, { counsel, guide }: Models) {
  const { contributors, payers, delegates, attributor } = localAccounts();
  const open = (amount: number) => parseEther(String(amount));
  await stake(session, payers[0]!, counsel, open(1_500));
  await stake(session, payers[1]!, counsel, open(400));
  await stake(session, payers[2]!, guide, open(750));
  await stake(session, contributors[0]!, counsel, open(250));
  await stake(session, contributors[1]!, licences, open(600));
  await stake(session, contributors[13]!, manual, open(300));
  await stake(session, delegates[0]!, (await assetOf(session, attributor, "attributor"))!, open(25_000));
}

/** The provider that was switched off takes more than half of its stake back, and a contributor some of hers: both thaw when the seed ends. */
export async function startThaws(session: Session, { licences }: Datanets): Promise<void> {
  const { formerProvider, contributors } = localAccounts();
  const node = (await assetOf(session, formerProvider, "provider"))!;
  await unstake(session, formerProvider, node, parseEther("500"));
  await unstake(session, contributors[1]!, licences, parseEther("200"));
}

/** Begins to take shares out, unless some are on their way. */
async function unstake(session: Session, owner: Account, asset: bigint, shares: bigint): Promise<void> {
  const target = BigInt(targetPayee(asset));
  const staking = { address: session.contracts.staking, abi: stakingAbi };
  const args = [target, owner.address] as const;
  const { thawing } = await session.client.readContract({ ...staking, functionName: "positionOf", args });
  if (thawing > 0n) return;
  await session.send(owner, { ...staking, functionName: "unstake", args: [target, shares] });
}

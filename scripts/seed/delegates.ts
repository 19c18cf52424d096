import { type Account, parseEther } from "viem";
import { openAbi } from "../../lib/abi/open.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { give } from "./actors.ts";
import type { Session } from "./session.ts";

/** OPEN of each delegate and of each backer. Together less than a tenth of the supply, and enough for a quorum of 4 %. */
const OWN = [6_000_000, 4_000_000, 3_000_000, 2_000_000, 1_200_000];
const BACKED = [26_000_000, 20_000_000, 16_000_000, 9_000_000];

/**
 * Who votes: delegates for themselves, and for those who named them, with OPEN they hold or stake. Before anybody stakes, so that each stake
 * is counted as it comes.
 */
export async function appointDelegates(session: Session): Promise<void> {
  const { delegates, backers, validators, developers, contributors } = localAccounts();
  for (const [i, delegate] of delegates.entries()) {
    await give(session, [delegate], parseEther(String(OWN[i])));
    await delegateTo(session, "held", delegate, delegate);
  }
  for (const [i, backer] of backers.entries()) {
    await give(session, [backer], parseEther(String(BACKED[i])));
    await delegateTo(session, "held", backer, delegates[i]!);
    await delegateTo(session, "staked", backer, delegates[i]!);
  }
  for (const [i, validator] of validators.entries()) {
    // Three vote for themselves.
    await delegateTo(session, "staked", validator, i < 3 ? validator : delegates[i]!);
  }
  await delegateTo(session, "staked", developers[0]!, delegates[3]!);
  for (const [i, contributor] of contributors.slice(0, 6).entries()) {
    await delegateTo(session, "held", contributor, delegates[4 - (i % 3)]!);
  }
  session.say(`${delegates.length} delegates appointed`);
}

async function delegateTo(session: Session, kind: "held" | "staked", who: Account, delegate: Account): Promise<void> {
  const { open, staking } = session.contracts;
  // The same functions on both.
  const at = { address: kind === "held" ? open : staking, abi: openAbi };
  const now = await session.client.readContract({ ...at, functionName: "delegates", args: [who.address] });
  if (now === delegate.address) return;
  await session.send(who, { ...at, functionName: "delegate", args: [delegate.address] });
}

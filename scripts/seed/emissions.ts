import { parseEther } from "viem";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { fundingSource } from "../../lib/chain/enums.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { allow } from "./actors.ts";
import type { Session } from "./session.ts";

/** The network's reserve adds to an epoch what no caller paid. @param number of the emission: an interrupted seed makes none twice */
export async function emit(session: Session, number: number, amount: number): Promise<void> {
  const { client, contracts } = session;
  const settlement = { address: contracts.settlement, abi: settlementAbi };
  const args = { source: fundingSource.emissions };
  const made = await client.getContractEvents({ ...settlement, eventName: "Funded", args, fromBlock: 0n });
  if (made.length >= number) return;
  const { holder } = localAccounts();
  await allow(session, holder, contracts.settlement);
  await session.send(holder, {
    ...settlement,
    functionName: "fund",
    args: [parseEther(String(amount)), fundingSource.emissions],
  });
}

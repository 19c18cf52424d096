import { type Address, zeroHash } from "viem";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { openAbi } from "../../../lib/abi/open.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { testDollarAbi } from "../../../lib/abi/testdollar.ts";
import { fundingSource } from "../../../lib/chain/enums.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { addressPayee, buildSumTree, verdictTypedData, withSentinels } from "../../../lib/ledger/index.ts";
import { allow, assetOf } from "../../seed/actors.ts";
import { DAY, timeOf, travelTo } from "../../seed/clock.ts";
import type { Session } from "../../seed/session.ts";

/** Funds, seals and posts an epoch that gives all to the treasury. @returns its claim */
export async function postEpoch(session: Session, settlement: Address, amount: bigint) {
  const { client, contracts } = session;
  const { holder, attributor, treasury } = localAccounts();
  const at = { address: settlement, abi: settlementAbi };
  if (settlement === contracts.settlement) await allow(session, holder, settlement);
  else {
    const dollar = { address: contracts.dollar!, abi: testDollarAbi };
    await session.send(holder, { ...dollar, functionName: "mint", args: [holder.address, amount] });
    await session.send(holder, { ...dollar, abi: openAbi, functionName: "approve", args: [settlement, amount] });
  }
  await session.send(holder, { ...at, functionName: "fund", args: [amount, fundingSource.emissions] });
  await session.send(holder, { ...at, functionName: "seal", args: [] });
  const total = await client.readContract({ ...at, functionName: "sealedTotal" });
  const leaves = withSentinels([{ payee: addressPayee(treasury.address), amount: total }]);
  const tree = buildSumTree(leaves);
  const id = (await assetOf(session, attributor, "attributor"))!;
  const args = [id, tree.hl, tree.sl, tree.hr, tree.sr, zeroHash, "cid"];
  await session.send(attributor, { ...at, functionName: "post", args });
  const epoch = await client.readContract({ ...at, functionName: "last" });
  return { epoch, index: 1n, payee: leaves[1]!.payee, amount: total, proof: tree.proofOf(1) };
}

/** Waits for the end of the window and claims. */
export async function claimAfterWindow(session: Session, settlement: Address, claim: { epoch: bigint }): Promise<void> {
  await travelTo(session, (await timeOf(session)) + DAY + 1);
  const { treasury } = localAccounts();
  await session.send(treasury, { address: settlement, abi: settlementAbi, functionName: "claim", args: [claim] });
}

export async function dispute(session: Session, epoch: bigint): Promise<void> {
  const { contracts } = session;
  const doubter = localAccounts().payers[3]!;
  await allow(session, doubter, contracts.settlement);
  const at = { address: contracts.settlement, abi: settlementAbi };
  await session.send(doubter, { ...at, functionName: "dispute", args: [epoch, "It is wrong."] });
}

/** All validators judge a disputed epoch. */
export async function judge(session: Session, epoch: bigint, guilty: boolean): Promise<void> {
  const { client, contracts, deployment } = session;
  const arbiter = { address: contracts.arbiter, abi: arbiterAbi };
  const { validators } = localAccounts();
  await session.send(validators[0]!, {
    ...arbiter,
    functionName: "openEpoch",
    args: [contracts.settlement, epoch, zeroHash],
  });
  const caseId = await client.readContract({ ...arbiter, functionName: "count" });
  const verdict = { guilty, recomputedRoot: zeroHash, slashBps: guilty ? 1_000 : 0 };
  const typed = verdictTypedData(
    { chainId: deployment.chainId, arbiter: contracts.arbiter },
    { settlement: contracts.settlement, caseId, ...verdict },
  );
  const votes = [];
  for (const validator of validators) {
    const id = (await assetOf(session, validator, "validator"))!;
    votes.push({ validator: id, signature: await validator.signTypedData(typed) });
  }
  await session.send(validators[0]!, { ...arbiter, functionName: "rule", args: [caseId, verdict, votes] });
}

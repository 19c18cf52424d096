import { type Hex, keccak256, parseEther, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { openAbi } from "../../../lib/abi/open.ts";
import { registryAbi } from "../../../lib/abi/registry.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import { publicClient, walletClient } from "../../../lib/chain/clients.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { leavesOfEpoch } from "../../../lib/db/settlementFiles.ts";
import { addressPayee, buildSumTree, cumulativeLeaves, targetPayee } from "../../../lib/ledger/index.ts";
import { cidOf } from "../../../lib/storage/cidOf.ts";
import { transact } from "../transact.ts";
import type { settlementWorld } from "./settlementWorld.ts";

const BOND = parseEther("80000");
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Somebody else with an attributor's bond, who posts epochs that give all that is new to himself. */
export async function foreignAttributor({ context, chain, read }: Awaited<ReturnType<typeof settlementWorld>>) {
  const { contracts } = context.deployment;
  const keyOf = ({ getHdKey }: ReturnType<typeof localAccounts>["holder"]): Hex => toHex(getHdKey().privateKey!);
  const key = keyOf(localAccounts().payers[4]!);
  const me = privateKeyToAccount(key).address;
  const send = (address: Hex, abi: typeof openAbi | typeof registryAbi | typeof settlementAbi | typeof stakingAbi) => {
    return (functionName: string, args: unknown[]) =>
      transact(walletClient(key), { address, abi: abi as never, functionName, args });
  };
  const settlement = send(contracts.settlement, settlementAbi);
  const gift = { address: contracts.open, abi: openAbi as never, functionName: "transfer", args: [me, BOND * 2n] };
  await chain.setBalance({ address: me, value: parseEther("10") });
  await transact(walletClient(keyOf(localAccounts().holder)), gift);
  const none = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  const entry = [assetKind.attributor, none, keccak256("0x"), [], "ipfs://nowhere"];
  await send(contracts.registry, registryAbi)("register", entry);
  const id = await publicClient().readContract({
    address: contracts.registry,
    abi: registryAbi,
    functionName: "count",
  });
  for (const spender of [contracts.staking, contracts.settlement]) {
    await send(contracts.open, openAbi)("approve", [spender, BOND]);
  }
  await send(contracts.staking, stakingAbi)("stake", [BigInt(targetPayee(id)), BOND]);

  const fundAndSeal = async () => {
    await settlement("fund", [1n, 1]);
    await settlement("seal", []);
  };
  /** Posts a root nobody knows the leaves of. */
  const postNowhere = async () => {
    const hash = (digits: string) => `0x${digits.repeat(32)}`;
    await settlement("post", [id, hash("22"), await read("sealedTotal"), hash("33"), 0n, hash("44"), "nowhere"]);
  };
  /** Posts what is sealed as his own, on top of an epoch. @returns puts its files where they can be read. */
  const postTheft = async (previous: number) => {
    const before = await leavesOfEpoch(context.sql, previous);
    const leaves = cumulativeLeaves(before, [], await read("sealedTotal"), addressPayee(me));
    const lines = bytesOf(
      leaves.map(({ payee, amount }) => JSON.stringify({ payee, amount: String(amount) })).join("\n"),
    );
    const empty = { cid: cidOf(bytesOf("")) };
    const manifest = bytesOf(
      JSON.stringify({ files: { receipts: empty, shares: empty, leaves: { cid: cidOf(lines) } } }),
    );
    const { hl, sl, hr, sr } = buildSumTree(leaves);
    await settlement("post", [id, hl, sl, hr, sr, keccak256(manifest), cidOf(manifest)]);
    return async () => {
      for (const bytes of [bytesOf(""), lines, manifest]) await context.store.put(bytes);
    };
  };
  /** Gives his attributor away, as an NFT. */
  const giveAway = (to: Hex) => send(contracts.registry, registryAbi)("transferFrom", [me, to, id]);
  return { id, fundAndSeal, postNowhere, postTheft, giveAway };
}

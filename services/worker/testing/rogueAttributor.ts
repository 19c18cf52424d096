import { type Hex, keccak256, parseEther, stringToBytes } from "viem";
import { openAbi } from "../../../lib/abi/open.ts";
import { registryAbi } from "../../../lib/abi/registry.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { METHOD } from "../../../lib/attribution/index.ts";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { leavesOfEpoch, payoutsOfEpochs, receiptRecords, shareRecords } from "../../../lib/db/settlementFiles.ts";
import {
  addressPayee,
  cumulativeLeaves,
  encodeManifest,
  epochFiles,
  type Leaf,
  sumTreeOf,
  targetPayee,
  toLines,
} from "../../../lib/ledger/index.ts";
import { readSettlement } from "../settle/readSettlement.ts";
import { keyed } from "./keyed.ts";
import type { settlementWorld } from "./settlementWorld.ts";

const STAKE = parseEther("2000000");

type World = Pick<Awaited<ReturnType<typeof settlementWorld>>, "context" | "chain" | "give" | "send">;

/** Somebody else who is bonded, and posts what he likes for a sealed epoch. */
export async function rogueAttributor(world: World, account = keyed(localAccounts().contributors[1]!)) {
  const { context, chain, give, send } = world;
  const { contracts: at, chainId, treasury } = context.deployment;
  await give(account.address, STAKE);
  const none = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  await send(account, at.registry, registryAbi, "register", [
    assetKind.attributor,
    none,
    keccak256("0x"),
    [],
    "ipfs://",
  ]);
  const id = await chain.readContract({ address: at.registry, abi: registryAbi, functionName: "count" });
  await send(account, at.open, openAbi, "approve", [at.staking, STAKE]);
  await send(account, at.staking, stakingAbi, "stake", [BigInt(targetPayee(id)), STAKE]);

  const put = async (text: string) => {
    const { cid, bytes } = await context.store.put(stringToBytes(text));
    return { cid, bytes, keccak: keccak256(stringToBytes(text)) };
  };

  /**
   * Posts the sealed epoch with honest files but for its leaves. @param names which receipts he names: the epoch's, every one there is,
   * drawn or not, or none
   * @returns its number and the manifest's CID
   */
  async function post(change: (leaves: Leaf[]) => Leaf[], names: "drawn" | "every" | "none" = "drawn") {
    const { last, standing, sealedTotal } = await readSettlement();
    const [epoch, after] = [last + 1, standing?.id ?? 0];
    const { sql, gateway } = context;
    const previous = await leavesOfEpoch(sql, after);
    const payouts = names === "none" ? [] : await payoutsOfEpochs(sql, after, epoch);
    const leaves = change(cumulativeLeaves(previous, payouts, sealedTotal, addressPayee(treasury)));
    const files =
      names === "none"
        ? epochFiles([], [], leaves)
        : epochFiles(
            await receiptRecords(sql, after, epoch, gateway.address),
            await shareRecords(sql, after, epoch),
            leaves,
          );
    if (names === "every")
      files.receipts = toLines(await sql<{ id: Hex }[]>`select id from gateway.receipt order by id`);
    const { text, dataHash } = encodeManifest({
      ...{ version: 1, chainId, settlement: at.settlement, epoch, method: METHOD },
      snapshotBlock: Number(await chain.getBlockNumber({ cacheTime: 0 })),
      files: { receipts: await put(files.receipts), shares: await put(files.shares), leaves: await put(files.leaves) },
    });
    const { cid } = await put(text);
    const { hl, sl, hr, sr } = sumTreeOf(leaves);
    await send(account, at.settlement, settlementAbi, "post", [id, hl, sl, hr, sr, dataHash, cid]);
    return { epoch, cid };
  }
  return { account, id, bond: STAKE, post };
}

import path from "node:path";
import {
  type Abi,
  type Address,
  createTestClient,
  type Hex,
  http,
  keccak256,
  parseEther,
  publicActions,
  toHex,
} from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { openAbi } from "../../../lib/abi/open.ts";
import { registryAbi } from "../../../lib/abi/registry.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { parseBits } from "../../../lib/attribution/index.ts";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import { walletClient } from "../../../lib/chain/clients.ts";
import { fundingSource } from "../../../lib/chain/enums.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import {
  addressPayee,
  buildSumTree,
  receiptPayouts,
  targetPayee,
  voucherTypedData,
} from "../../../lib/ledger/index.ts";
import { createFileStore } from "../../../lib/storage/fileStore.ts";
import type { WorkerContext } from "../context.ts";
import { transact } from "../transact.ts";
import { court, JUDGE_STAKE } from "./court.ts";
import { deployed } from "./deployed.ts";
import type { LocalStack } from "./localStack.ts";

const SPLIT = { provider: 2000, owner: 1500, contributors: 4500, stakers: 1000 };
const SCALE = 1_000_000_000;
const DAY = 86_400;

/**
 * Deployed contracts, a bonded attributor and payers with escrow: what settling needs. @param hasJudge with a validator of so much stake that
 * `resolve` decides alone
 */
export async function settlementWorld(stack: LocalStack, { hasJudge = true } = {}) {
  const { sql, rpcUrl, directory } = stack;
  const local = localAccounts();
  const keyed = ({ getHdKey }: ReturnType<typeof localAccounts>["holder"]): PrivateKeyAccount & { key: Hex } => {
    const key = toHex(getHdKey().privateKey!);
    return { ...privateKeyToAccount(key), key };
  };
  const [holder, gateway, attributor, judge] = [
    local.holder,
    local.gateway,
    local.attributor,
    local.validators[1]!,
  ].map(keyed);
  const treasury = local.treasury.address;
  const deployment = await deployed(stack);
  const at = deployment.contracts;
  const chain = createTestClient({
    mode: "anvil",
    chain: foundry,
    transport: http(rpcUrl),
    pollingInterval: 20,
  }).extend(publicActions);

  const send = (from: { key: Hex }, address: Address, abi: Abi, functionName: string, args: unknown[]) =>
    transact(walletClient(from.key), { address, abi, functionName, args });
  const give = async (to: Address, amount: bigint) => {
    await chain.setBalance({ address: to, value: parseEther("10") });
    await send(holder!, at.open, openAbi, "transfer", [to, amount]);
  };
  const bond = async () => {
    await give(attributor!.address, parseEther("20000"));
    await send(attributor!, at.open, openAbi, "approve", [at.staking, parseEther("20000")]);
    await send(attributor!, at.staking, stakingAbi, "stake", [BigInt(targetPayee(2n)), parseEther("20000")]);
  };
  const none = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  await chain.setBalance({ address: attributor!.address, value: parseEther("10") });
  await send(attributor!, at.registry, registryAbi, "register", [
    assetKind.attributor,
    none,
    keccak256("0x"),
    [],
    "ipfs://attributor",
  ]);
  await sql`insert into indexer.asset (id, kind, owner) values (2, ${assetKind.attributor}, ${attributor!.address.toLowerCase()})`;
  await bond();
  if (hasJudge) await give(judge!.address, JUDGE_STAKE);
  const rule = hasJudge ? await court(chain, deployment, judge!, send) : null;

  const sign = async (payer: PrivateKeyAccount, limit: bigint) => {
    const typed = voucherTypedData(
      { chainId: deployment.chainId, escrow: at.escrow },
      {
        ...{ payer: payer.address, gateway: gateway!.address, limit },
      },
    );
    await sql`insert into gateway.voucher (payer, spend_limit, signature)
      values (${payer.address.toLowerCase()}, ${String(limit)}, ${await payer.signTypedData(typed)})
      on conflict (payer) do update set spend_limit = excluded.spend_limit, signature = excluded.signature`;
  };

  /** A payer with a balance at the gateway and a voucher over `limit` wei. */
  const addPayer = async (number: number, balance: bigint, limit: bigint): Promise<PrivateKeyAccount> => {
    const payer = keyed(local.payers[number]!);
    await give(payer.address, balance);
    await send(payer, at.open, openAbi, "approve", [at.escrow, balance]);
    await send(payer, at.escrow, escrowAbi, "deposit", [payer.address, gateway!.address, balance]);
    await sign(payer, limit);
    return payer;
  };

  let served = 0;
  /** An answered and attributed request, served now by chain time. */
  const serve = async (payer: PrivateKeyAccount, fee: bigint): Promise<Hex> => {
    const id = keccak256(toHex(`receipt ${served++}`));
    const { timestamp } = await chain.getBlock({ blockTag: "pending" });
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
        request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${id}, ${payer.address.toLowerCase()}, 9, 1, 8, ${String(fee)}, '', '', 'public', ${id}, ${id}, ${id}, 1, 1, 1, 1,
        ${Number(timestamp)})`;
    await sql`insert into worker.attribution (receipt, method, params, bits_hash, ledger_root, ledger_size, rows, spans,
        treasury, coverage_bps, result_hash, signature, split, trace_us)
      values (${id}, 'lona-1', '{}', ${id}, ${id}, 0, '[]', '[]', 0, 0, ${id}, '0x', ${sql.json(SPLIT)}, 1)`;
    const rows = [60, 61].map((n, i) => ({
      ...{ contribution: BigInt(i + 1), payee: addressPayee(`0x${String(n).repeat(20)}`), share: 333_333_333 },
    }));
    const payees = {
      owner: addressPayee(holder!.address),
      provider: addressPayee(gateway!.address),
      stakers: targetPayee(9n),
      protocol: addressPayee(treasury),
    };
    for (const { role, payee, amount } of receiptPayouts(fee, SPLIT, rows, payees, SCALE).payouts) {
      await sql`insert into worker.payout (receipt, role, payee, amount) values (${id}, ${role}, ${payee}, ${String(amount)})`;
    }
    return id;
  };

  const nextDay = async () => {
    await chain.increaseTime({ seconds: DAY });
    await chain.mine({ blocks: 1 });
  };
  const read = (functionName: "last" | "funded" | "settled" | "sealedTotal") =>
    chain.readContract({ address: at.settlement, abi: settlementAbi, functionName });
  const accountOf = (payer: Address) =>
    chain.readContract({
      address: at.escrow,
      abi: escrowAbi,
      functionName: "accountOf",
      args: [payer, gateway!.address],
    });

  /** Claims every leaf of the newest epoch. @returns what is left in the settlement, in wei. */
  const claimAll = async (): Promise<bigint> => {
    const epoch = await read("last");
    const leaves = await sql<{ payee: Hex; amount: bigint }[]>`
      select payee, amount from worker.leaf where epoch = ${Number(epoch)} order by index`;
    const tree = buildSumTree(leaves);
    for (const [index, { payee, amount }] of leaves.entries()) {
      const address = at.settlement;
      const claimed = await chain.readContract({ address, abi: settlementAbi, functionName: "claimed", args: [payee] });
      if (amount === claimed) continue;
      const claim = { epoch, index: BigInt(index), payee, amount, proof: tree.proofOf(index) };
      await send(holder!, address, settlementAbi, "claim", [claim]);
    }
    return chain.readContract({ address: at.open, abi: openAbi, functionName: "balanceOf", args: [at.settlement] });
  };

  const dispute = async () => {
    await send(holder!, at.open, openAbi, "approve", [at.settlement, parseEther("1000")]);
    await send(holder!, at.settlement, settlementAbi, "dispute", [await read("last"), "test"]);
  };
  /** A validator decides a dispute of the newest epoch; if it rejects that, the attributor bonds anew. */
  const resolve = async (valid: boolean) => {
    if (!rule) throw new Error("This world has no judge.");
    await rule(await read("last"), !valid, valid ? 0 : 5_000);
    if (!valid) await bond();
  };
  const reject = async () => {
    await dispute();
    await resolve(false);
  };

  const context: WorkerContext = {
    ...{ sql, deployment, gateway: gateway!, gatewayKey: gateway!.key, attributorKey: attributor!.key },
    ...{
      store: createFileStore(path.join(directory, "store")),
      bits: parseBits(""),
      tracing: { index: path.join(directory, "index"), store: path.join(directory, "store"), bits: "" },
      validatorKeys: [],
      releaseKeys: [],
    },
  };
  const strangerSeals = () => send(holder!, at.settlement, settlementAbi, "seal", []);
  /** Money without receipts: it makes a seal possible before anything is collected. */
  const strangerFunds = async (amount: bigint) => {
    await send(holder!, at.open, openAbi, "approve", [at.settlement, amount]);
    await send(holder!, at.settlement, settlementAbi, "fund", [amount, fundingSource.emissions]);
  };
  return {
    context,
    chain,
    attributor: attributor!,
    give,
    send,
    addPayer,
    sign,
    serve,
    nextDay,
    read,
    accountOf,
    claimAll,
    dispute,
    resolve,
    reject,
    strangerSeals,
    strangerFunds,
  };
}

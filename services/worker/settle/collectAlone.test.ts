import { type Hex, parseEther } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { openAbi } from "../../../lib/abi/open.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { voucherTypedData } from "../../../lib/ledger/index.ts";
import { randomSource } from "../../../lib/ledger/testing/randomSource.ts";
import { settle } from "../settle.ts";
import { keyed } from "../testing/keyed.ts";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";
import { settlementWorld } from "../testing/settlementWorld.ts";
import { settling } from "../testing/settling.ts";

const FEE = 1_000_000_000_000_000_007n;
const PLENTY = parseEther("1000");
/** Contracts that say what they signed. */
const CODE = {
  /** Accepts while the gas price is 0: in simulations. */
  liar: "0x3a15631626ba7e0260e01b5f5260205ff3",
  /** Burns what gas it is given. */
  burner: "0x5b5f56",
  /** Burns nearly all, then accepts: what comes after it has none. */
  glutton: "0x5b5a612000105f57631626ba7e60e01b5f5260205ff3",
  /** Accepts. */
  honest: "0x631626ba7e60e01b5f5260205ff3",
} as const;

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
const payers: PrivateKeyAccount[] = [];
let good: PrivateKeyAccount[];
let bad: PrivateKeyAccount[];
const holder = keyed(localAccounts().holder);
let sessionOwner: ReturnType<typeof keyed>;
let session: PrivateKeyAccount;
let leaver: ReturnType<typeof keyed>;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  const { context, send, chain } = world;
  const { open, escrow } = context.deployment.contracts;
  const gateway = context.gateway.address;
  await send(holder, open, openAbi, "approve", [escrow, PLENTY * 100n]);

  const contract = async (bytecode: Hex) => {
    const account = privateKeyToAccount(generatePrivateKey());
    await chain.setCode({ address: account.address, bytecode });
    await send(holder, escrow, escrowAbi, "deposit", [account.address, gateway, PLENTY]);
    await saveVoucher(account, "0x01");
    return account;
  };
  sessionOwner = keyed(localAccounts().payers[2]!);
  leaver = keyed(localAccounts().payers[3]!);
  session = privateKeyToAccount(generatePrivateKey());
  for (const number of [2, 3]) await world.addPayer(number, PLENTY, PLENTY);
  await send(sessionOwner, escrow, escrowAbi, "setKey", [session.address, 4_000_000_000n]);
  const at = { chainId: context.deployment.chainId, escrow };
  const typed = voucherTypedData(at, { payer: sessionOwner.address, gateway, limit: PLENTY });
  await saveVoucher(sessionOwner, await session.signTypedData(typed));

  good = [
    await world.addPayer(0, PLENTY, PLENTY),
    await world.addPayer(1, PLENTY, PLENTY),
    await contract(CODE.honest),
  ];
  bad = [await contract(CODE.liar), await contract(CODE.burner), await contract(CODE.glutton), await contract("0xfe")];
  payers.push(...good, ...bad, sessionOwner, leaver);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const saveVoucher = ({ address }: { address: Hex }, signature: Hex) => stack.sql`
  insert into gateway.voucher (payer, spend_limit, signature) values (${address.toLowerCase()}, ${String(PLENTY)}, ${signature})
  on conflict (payer) do update set signature = excluded.signature`;

/** One worker: what it learned about payers it keeps. */
async function settleAll(worker = settle(world.context, () => {})) {
  for (let steps = 0; await worker(); steps++) expect(steps).toBeLessThan(60);
}

describe("collect", () => {
  it("collects from all others and closes the epoch, whichever payers misbehave", async () => {
    const { expectSettled, epochOfReceipt } = settling(stack, world, payers);
    const random = randomSource(7);
    for (let round = 0; round < 3; round++) {
      const chosen = round === 0 ? bad : bad.filter(() => random.below(2) === 1);
      const honest = await Promise.all(good.map((payer) => world.serve(payer, FEE + BigInt(random.below(1_000)))));
      const lost = await Promise.all(chosen.map((payer) => world.serve(payer, FEE)));
      const before = await world.read("last");
      await world.nextDay();
      await settleAll();
      expect(await world.read("last")).toBe(before + 1n);
      expect(await Promise.all(honest.map(epochOfReceipt))).toEqual(honest.map(() => Number(before) + 1));
      expect(await Promise.all(lost.map(epochOfReceipt))).toEqual(lost.map(() => null));
      await expectSettled();
      await world.nextDay();
      expect(await world.claimAll()).toBe(0n);
    }
  });

  it.each([
    ["a session key is revoked", () => sessionOwner, "setKey", () => [session.address, 0n]],
    ["a withdrawal comes", () => leaver, "withdraw", () => [world.context.gateway.address]],
  ] as const)("collects from all others when %s before it is mined", async (_what, who, functionName, args) => {
    const { expectSettled, epochOfReceipt } = settling(stack, world, payers);
    const { context, send, chain } = world;
    const { escrow } = context.deployment.contracts;
    if (functionName === "withdraw") {
      await send(leaver, escrow, escrowAbi, "thaw", [context.gateway.address, PLENTY]);
      for (let day = 0; day < 3; day++) await world.nextDay();
    }
    const honest = await world.serve(good[0]!, FEE);
    const lost = await world.serve(who(), FEE);
    await world.nextDay();
    await chain.setAutomine(false);
    const mining = new AbortController();
    const done = frontRun(who(), functionName, args(), mining.signal);
    await settleAll();
    mining.abort();
    expect(await done).toBeGreaterThan(0);
    await chain.setAutomine(true);
    expect(await epochOfReceipt(honest)).toEqual(expect.any(Number));
    if (functionName === "withdraw") expect(await epochOfReceipt(lost)).toBeNull();
    await expectSettled();
    await world.nextDay();
  });
});

/** Mines each pending transaction; before a collect that draws from the payer, one of the payer's own. @returns how often it did that */
async function frontRun(
  who: ReturnType<typeof keyed>,
  functionName: string,
  args: readonly unknown[],
  end: AbortSignal,
) {
  const { chain, context } = world;
  const { walletClient } = await import("../../../lib/chain/clients.ts");
  const wallet = walletClient(who.key);
  let times = 0;
  while (!end.aborted) {
    const { pending } = await chain.getTxpoolContent();
    const all = Object.values(pending).flatMap((of) => Object.values(of));
    const hit = all.some(({ input }) => input.toLowerCase().includes(who.address.slice(2).toLowerCase()));
    if (hit && times === 0) {
      const call = { address: context.deployment.contracts.escrow, abi: escrowAbi, functionName, args } as never;
      const fees = { gas: 200_000n, maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n };
      await wallet.writeContract({ ...(call as object), ...fees } as never);
      times++;
    }
    if (all.length > 0) await chain.mine({ blocks: 1 });
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

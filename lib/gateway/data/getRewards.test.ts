import { type Address, type Hex, parseEther } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { settle } from "../../../services/worker/settle.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { settlementWorld } from "../../../services/worker/testing/settlementWorld.ts";
import { transact } from "../../../services/worker/transact.ts";
import { openAbi } from "../../abi/open.ts";
import { settlementAbi } from "../../abi/settlement.ts";
import { walletClient } from "../../chain/clients.ts";
import { createGatewayChain } from "../chain.ts";
import type { Gateway } from "../Gateway.ts";
import { getRewards } from "./getRewards.ts";

const CONTRIBUTOR: Address = `0x${"60".repeat(20)}`;
const FEE = 1_000_000_000_000_000_007n;
/** floor(fee · 45 %), of which the contributor has a third. */
const EARNED = (((FEE * 4500n) / 10_000n) * 333_333_333n) / 1_000_000_000n;

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

async function settleAll() {
  while (await settle(world.context, () => {})());
}

const read = async () => {
  const { deployment, sql } = world.context;
  const gateway = { sql, deployment, chain: createGatewayChain() } as Gateway;
  return (await getRewards(gateway, CONTRIBUTOR)).json();
};
const wei = (accrued: bigint, inWindow: bigint, claimable: bigint, paid: bigint, inDispute = 0n) =>
  Object.fromEntries(
    Object.entries({ accrued, inWindow, inDispute, claimable, paid }).map(([name, value]) => [name, String(value)]),
  );

it("follows the money from the answer to the account, and its claim pays exactly what it shows", async () => {
  expect(await read()).toMatchObject({
    ...wei(0n, 0n, 0n, 0n),
    claim: null,
    reason: expect.stringContaining("nothing yet"),
  });
  const payer = await world.addPayer(0, parseEther("100"), parseEther("100"));

  await world.serve(payer, FEE);
  expect(await read()).toMatchObject({
    ...wei(EARNED, 0n, 0n, 0n),
    reason: expect.stringContaining("the next epoch pays"),
  });

  await world.nextDay();
  await settleAll();
  expect(await read()).toMatchObject({
    ...wei(0n, EARNED, 0n, 0n),
    reason: expect.stringContaining("challenge window"),
  });

  await world.nextDay();
  await world.serve(payer, FEE);
  const { claim, ...due } = await read();
  expect(due).toEqual({ ...wei(EARNED, 0n, EARNED, 0n), reason: null });

  // A newer epoch, still in its window, changes nothing about the claim.
  await world.nextDay();
  await settleAll();
  expect(await read()).toMatchObject({ ...wei(0n, EARNED, EARNED, 0n), claim });

  const { contracts } = world.context.deployment;
  const args = [{ ...claim, epoch: BigInt(claim.epoch), index: BigInt(claim.index), amount: BigInt(claim.amount) }];
  const wallet = walletClient(world.context.gatewayKey as Hex);
  await transact(wallet, { address: contracts.settlement, abi: settlementAbi, functionName: "claim", args });
  const balance = await world.chain.readContract({
    address: contracts.open,
    abi: openAbi,
    functionName: "balanceOf",
    args: [CONTRIBUTOR],
  });
  expect(balance).toBe(EARNED);
  expect(await read()).toMatchObject({ ...wei(0n, EARNED, 0n, EARNED), claim: null });

  await world.nextDay();
  expect(await read()).toMatchObject(wei(0n, 0n, EARNED, EARNED));
});

it("calls what a rejected epoch held earned again, not lost", async () => {
  const payer = await world.addPayer(1, parseEther("100"), parseEther("100"));
  await world.serve(payer, FEE);
  await world.nextDay();
  await settleAll();
  await world.reject();
  expect(await read()).toMatchObject(wei(EARNED, 0n, EARNED, EARNED));
});

it("pays with the next epoch what a rejected one held", async () => {
  await world.nextDay();
  await settleAll();
  expect(await read()).toMatchObject(wei(0n, EARNED, EARNED, EARNED));
});

import { parseEther, parseGwei } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openAbi } from "../../lib/abi/open.ts";
import { publicClient, walletClient } from "../../lib/chain/clients.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { validatorWorld } from "./testing/validatorWorld.ts";
import { transact } from "./transact.ts";

const NOBODY = "0x0000000000000000000000000000000000000b0b";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof validatorWorld>>;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await validatorWorld(stack);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

/** @returns when the node has first been asked for a pending transaction, and has answered: from then on a replacement is noticed. */
function whenLookedUp(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const response = await real(url, init);
    if (String(init.body).includes("eth_getTransactionByHash")) resolve();
    return response;
  });
  return promise;
}

it("takes no other transaction for its own that was mined in its place", async () => {
  const { chain, deployment, people } = world;
  const { open } = deployment.contracts;
  const wallet = walletClient(people[0]!.key);
  await chain.setAutomine(false);
  const nonce = await publicClient().getTransactionCount({ address: wallet.account.address });
  const lookedUp = whenLookedUp();
  const call = { address: open, abi: openAbi, functionName: "transfer", args: [NOBODY, parseEther("1")] };
  const sent = transact(wallet, call, nonce).catch((error: Error) => error.message);
  await lookedUp;
  vi.unstubAllGlobals();
  const fees = { maxFeePerGas: parseGwei("100"), maxPriorityFeePerGas: parseGwei("100") };
  const other = await wallet.sendTransaction({ to: NOBODY, value: 1n, nonce, ...fees });
  await chain.setAutomine(true);
  await chain.mine({ blocks: 1 });
  expect(await sent).toContain(`was replaced by ${other}`);
  expect(await chain.readContract({ address: open, abi: openAbi, functionName: "balanceOf", args: [NOBODY] })).toBe(0n);
});

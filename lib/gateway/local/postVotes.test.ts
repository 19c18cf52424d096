import { parseEther, zeroAddress } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deployed } from "../../../services/worker/testing/deployed.ts";
import { keyed } from "../../../services/worker/testing/keyed.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { openAbi } from "../../abi/open.ts";
import { publicClient } from "../../chain/clients.ts";
import type { Deployment } from "../../chain/deployment.ts";
import { localAccounts } from "../../chain/localAccounts.ts";
import type { Gateway } from "../Gateway.ts";
import { respond } from "../http/respond.ts";
import { postVotes } from "./postVotes.ts";

const [newcomer, another] = localAccounts().payers.map(({ address }) => address);

let stack: LocalStack;
let deployment: Deployment;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  vi.stubEnv("FAUCET_KEY", keyed(localAccounts().holder).key);
  deployment = await deployed(stack);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

async function post(address: string, chainId = deployment.chainId) {
  const gateway = { sql: stack.sql, deployment: { ...deployment, chainId } } as Gateway;
  const request = new Request("http://gateway/", { method: "POST", body: JSON.stringify({ address }) });
  const response = await respond(() => postVotes(gateway, request));
  return { status: response.status, body: await response.json() };
}
const held = (address: `0x${string}`) =>
  publicClient().readContract({
    address: deployment.contracts.open,
    abi: openAbi,
    functionName: "balanceOf",
    args: [address],
  });

it("gives what a proposal needs, once, also to two at a time", async () => {
  const answers = await Promise.all([post(newcomer!), post(another!)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await Promise.all([held(newcomer!), held(another!)])).toEqual([parseEther("1000000"), parseEther("1000000")]);
  expect(await post(newcomer!)).toMatchObject({ status: 400, body: { error: { param: "address" } } });
  expect(await held(newcomer!)).toBe(parseEther("1000000"));
});

it("gives nobody anything, and nothing at all on another chain", async () => {
  for (const address of [zeroAddress, deployment.contracts.open, "0x7"])
    expect(await post(address)).toMatchObject({ status: 400, body: { error: { param: "address" } } });
  expect((await post(newcomer!, 1)).status).toBe(404);
});

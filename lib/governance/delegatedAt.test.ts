import { parseEther } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deployed } from "../../services/worker/testing/deployed.ts";
import { keyed } from "../../services/worker/testing/keyed.ts";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { transact } from "../../services/worker/transact.ts";
import { openAbi } from "../abi/open.ts";
import { chainTime, publicClient, walletClient } from "../chain/clients.ts";
import type { Deployment } from "../chain/deployment.ts";
import { localAccounts } from "../chain/localAccounts.ts";
import { sql } from "../db/client.ts";
import { delegatedAt } from "./delegatedAt.ts";

// Here the chain may take its time: on a busy machine it does, and what is told then is of now.
vi.mock(import("../site/within.ts"), async (original) => {
  const { within } = await original();
  return { within: (_ms, work, otherwise) => within(120_000, work, otherwise) };
});

const local = localAccounts();
const [holder, other] = [local.holder, local.provider].map(keyed);
const GIVEN = parseEther("1000");
const ALL = parseEther("1000000000");

let stack: LocalStack;
let deployment: Deployment;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  vi.stubEnv("DATABASE_URL", stack.databaseUrl);
  deployment = await deployed(stack);
});
afterAll(async () => {
  await sql().end();
  await stack?.stop();
  vi.unstubAllEnvs();
});

const open = (from: { key: `0x${string}` }, functionName: string, args: unknown[]) =>
  transact(walletClient(from.key), { address: deployment.contracts.open, abi: openAbi, functionName, args });
const index = async (delegate: string, votes: bigint) => {
  const who = delegate.toLowerCase();
  await sql()`delete from indexer.vote_power where delegate = ${who}`;
  await sql()`insert into indexer.vote_power (kind, delegate, votes) values ('held', ${who}, ${String(votes)})`;
};

it("sums the past of all who are known as delegates, anew once the index knows more of them", async () => {
  await open(holder!, "transfer", [other!.address, GIVEN]);
  await open(holder!, "delegate", [holder!.address]);
  await open(other!, "delegate", [other!.address]);
  const snapshot = Number((await publicClient().getBlock()).timestamp);
  const now = async () => Math.max(await chainTime(), snapshot + 1);

  await index(holder!.address, ALL - GIVEN);
  // No block has passed it yet: what is delegated now, by the index.
  expect(await delegatedAt(snapshot + 1_000, await now())).toEqual({ votes: ALL - GIVEN, past: false });
  await expect.poll(chainTime).toBeGreaterThan(snapshot);
  await open(other!, "delegate", [holder!.address]); // a block after it, in which everything is another's
  await open(holder!, "transfer", [local.treasury.address, ALL - GIVEN]);
  expect(await delegatedAt(snapshot, await now())).toEqual({ votes: ALL - GIVEN, past: true });
  // The index was behind: it did not know the second delegate.
  await index(other!.address, 0n);
  expect(await delegatedAt(snapshot, await now())).toEqual({ votes: ALL, past: true });
});

it("tells what is delegated now, and says so, while the chain does not answer", async () => {
  vi.spyOn(publicClient(), "readContract").mockRejectedValue(new Error("away"));
  await index(other!.address, 5n);
  expect(await delegatedAt(1, 2)).toEqual({ votes: ALL - GIVEN + 5n, past: false });
  vi.restoreAllMocks();
});

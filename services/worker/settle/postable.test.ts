import { parseEther } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { chainFacts } from "../../../lib/verify/index.ts";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";
import { settlementWorld } from "../testing/settlementWorld.ts";
import { settling } from "../testing/settling.ts";
import { assertPostable } from "./assertPostable.ts";
import { bondedAttributor } from "./bondedAttributor.ts";

const FEE = 1_000_000_000_000_000_007n;
const PLENTY = parseEther("1000");

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let payer: Awaited<ReturnType<typeof world.addPayer>>;
let { settleAll, expectSettled }: ReturnType<typeof settling> = {} as never;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  payer = await world.addPayer(0, PLENTY, PLENTY);
  ({ settleAll, expectSettled } = settling(stack, world, [payer]));
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  await world.serve(payer, FEE);
  await world.nextDay();
});

/** The newest posted epoch, its seal and the block that its manifest names. */
async function posted() {
  const { contracts, startBlock } = world.context.deployment;
  const facts = chainFacts(publicClient(), { ...contracts, startBlock });
  const posting = (await facts.postings()).at(-1)!;
  const manifest = JSON.parse(new TextDecoder().decode(await world.context.store.get(posting.cid)));
  return { epoch: posting.id, total: posting.total, seal: (await facts.sealed(posting.id))!, ...manifest };
}

it("prepares anew what it had prepared for a seal that a reorganisation moved", async () => {
  const id = await world.chain.snapshot();
  await settleAll();
  const before = await posted();
  await world.chain.revert({ id });
  await world.chain.mine({ blocks: 20 });
  await settleAll();
  const after = await posted();
  expect([after.epoch, after.total]).toEqual([before.epoch, before.total]);
  expect(after.seal.block).toBeGreaterThan(BigInt(before.snapshotBlock));
  expect(BigInt(after.snapshotBlock)).toBeGreaterThanOrEqual(after.seal.block);
  await expectSettled();
  await world.nextDay();
});

it("posts nothing that it would dispute", async () => {
  await settleAll();
  const { epoch, total, seal } = await posted();
  const check = (snapshotBlock: bigint, sum = total) =>
    assertPostable(world.context, epoch, { snapshotBlock, tree: { total: sum } as never });
  await check(seal.block);
  await expect(check(seal.block - 1n)).rejects.toThrow(`sealed in block ${seal.block}`);
  await expect(check(seal.block, total - 1n)).rejects.toThrow(`epoch ${epoch} is not posted`);
  await world.nextDay();
});

it("posts as the attributor with the bond, whatever others its account was given, and says when none has it", async () => {
  const { address } = world.attributor;
  const give = (id: bigint) => stack.sql`insert into indexer.asset (id, kind, owner)
    values (${String(id)}, ${assetKind.attributor}, ${address.toLowerCase()})`;
  await give(1n); // older, without a bond
  for (let id = 100n; id < 130n; id++) await give(id);
  expect(await bondedAttributor(world.context, address)).toBe(2n);
  await settleAll();
  await expectSettled();
  await stack.sql`delete from indexer.asset where id = 2`;
  await expect(bondedAttributor(world.context, address)).rejects.toThrow("the largest bond, 0 of 10000 OPEN");
  await stack.sql`delete from indexer.asset where kind = ${assetKind.attributor}`;
  await expect(bondedAttributor(world.context, address)).rejects.toThrow("no attributor is registered");
});

import { parseEther } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";
import { settlementWorld } from "../testing/settlementWorld.ts";
import { settling } from "../testing/settling.ts";

const FEE = 1_000_000_000_000_000_007n;
const PLENTY = parseEther("1000");

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let payers: Awaited<ReturnType<typeof world.addPayer>>[];
let { settleAll, spentOf, expectSettled, epochOfReceipt }: ReturnType<typeof settling> = {} as never;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  payers = [await world.addPayer(0, PLENTY, PLENTY), await world.addPayer(1, PLENTY, PLENTY)];
  ({ settleAll, spentOf, expectSettled, epochOfReceipt } = settling(stack, world, payers));
  for (let day = 0; day < 3; day++) {
    for (const payer of payers) await world.serve(payer, FEE * 2n);
    await world.nextDay();
    await settleAll();
  }
  await world.nextDay();
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("goes on from the chain and the epochs' files after a restore, and draws nothing twice", async () => {
  const [, old] = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE * 2n)];
  await world.nextDay();
  await settleAll();
  await world.nextDay();
  const epoch = (await epochOfReceipt(old))!;
  // The database as it was before the last two epochs were assigned.
  for (const table of ["leaf", "epoch_receipt"]) {
    await stack.sql.unsafe(`delete from worker.${table} where epoch > ${epoch - 2}`);
  }
  await stack.sql`delete from worker.epoch where id > ${epoch - 2}`;
  const before = await Promise.all(payers.map(spentOf));
  const fresh = await world.serve(payers[0]!, FEE * 5n);
  await world.nextDay();
  const lines: string[] = [];
  await settleAll((line) => lines.push(line));
  expect(lines.join("\n")).toMatch(new RegExp(`epoch ${epoch - 1}: restored .*\nepoch ${epoch}: restored`));
  expect([await epochOfReceipt(old), await epochOfReceipt(fresh)]).toEqual([epoch, epoch + 1]);
  const after = await Promise.all(payers.map(spentOf));
  expect(after.map((spent, i) => spent - before[i]!)).toEqual([FEE * 5n, ...payers.slice(1).map(() => 0n)]);
  await expectSettled();
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
});

it("goes on after the whole database was lost: what payers had paid before buys nobody anything", async () => {
  await stack.sql`truncate gateway.receipt, worker.epoch cascade`;
  const before = await spentOf(payers[0]!);
  const id = await world.serve(payers[0]!, FEE);
  await world.nextDay();
  await settleAll();
  expect(typeof (await epochOfReceipt(id))).toBe("number");
  expect(await spentOf(payers[0]!)).toBe(before + FEE);
  expect(await world.read("settled")).toBe(await world.read("funded"));
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
});

import { parseEther } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { assignedReceipts } from "../../../lib/db/settlement.ts";
import { leavesOfEpoch } from "../../../lib/db/settlementFiles.ts";
import { addressPayee } from "../../../lib/ledger/index.ts";
import { Rests } from "../Rests.ts";
import { settle } from "../settle.ts";
import { foreignAttributor } from "../testing/foreignAttributor.ts";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";
import { settlementWorld } from "../testing/settlementWorld.ts";
import { settling } from "../testing/settling.ts";
import { collect } from "./collect.ts";
import { fitToSeal } from "./fitToSeal.ts";
import { prepare } from "./prepare.ts";
import { readSettlement } from "./readSettlement.ts";

const FEE = 1_000_000_000_000_000_007n;
const PLENTY = parseEther("1000");

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let stranger: Awaited<ReturnType<typeof foreignAttributor>>;
let payers: Awaited<ReturnType<typeof world.addPayer>>[];
let { settleAll, spentOf, expectExact, expectSettled, epochOfReceipt }: ReturnType<typeof settling> = {} as never;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  stranger = await foreignAttributor(world);
  payers = [await world.addPayer(0, PLENTY, PLENTY), await world.addPayer(1, PLENTY, PLENTY)];
  ({ settleAll, spentOf, expectExact, expectSettled, epochOfReceipt } = settling(stack, world, payers));
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

beforeEach(async () => {
  // Each test begins with an accepted epoch of ours and everything before it distributed.
  await world.serve(payers[0]!, FEE);
  for (let day = 0; day < 2; day++) {
    await world.nextDay();
    await settleAll();
  }
});

const spent = () => Promise.all(payers.map(spentOf));

/** Per payee but the treasury, what the newest epoch entitles it to less what the receipts gave it, in wei. */
async function surplus(): Promise<Map<string, bigint>> {
  const treasury = addressPayee(world.context.deployment.treasury).toLowerCase();
  const rows = await stack.sql<{ payee: string; amount: bigint }[]>`
    with due as (select p.payee, sum(p.amount) as amount from worker.epoch_receipt e join worker.payout p using (receipt) group by 1),
      leaf as (select payee, amount from worker.leaf where epoch = ${Number(await world.read("last"))})
    select payee, coalesce(leaf.amount, 0) - coalesce(due.amount, 0) as amount from leaf full join due using (payee)`;
  return new Map(rows.filter(({ payee }) => payee !== treasury).map(({ payee, amount }) => [payee, amount]));
}

/** The wei of one test's payees, before and after it, must differ by nothing. */
async function expectPaid(before: Map<string, bigint>) {
  for (const [payee, amount] of await surplus()) expect([payee, amount]).toEqual([payee, before.get(payee) ?? 0n]);
  await expectSettled();
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
}

it("collects while a stranger's epoch cannot be read, and pays everybody once it is rejected", async () => {
  const before = await surplus();
  // One is drawn before his seal, one only assigned.
  const [drawn, unpaid] = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE * 3n)];
  await world.nextDay();
  await settle(world.context, () => {})(); // assigned
  const epoch = (await epochOfReceipt(drawn))!;
  const receipts = (await assignedReceipts(stack.sql, epoch - 1, epoch)).filter(({ id }) => id === drawn);
  await collect(world.context, epoch, receipts, new Rests(), () => {});
  const [, spentBefore] = await spent();
  await stranger.fundAndSeal();
  await stranger.postNowhere();

  const lines: string[] = [];
  const run = settle(world.context, (line) => lines.push(line));
  while (await run());
  for (let again = 0; again < 3; again++) expect(await run()).toBe(false);
  expect(lines.filter((line) => line.includes("CANNOT BE READ"))).toHaveLength(1);
  expect(await Promise.all([drawn, unpaid].map(epochOfReceipt))).toEqual([epoch, epoch + 1]);
  expect((await spent())[1]).toBe(spentBefore! + FEE * 3n);
  expect([await world.read("last"), await world.read("sealedTotal")]).toEqual([BigInt(epoch), 0n]);

  await world.reject();
  while (await run());
  expect(lines.filter((line) => line.includes("CANNOT BE READ"))).toHaveLength(1);
  expect(await world.read("last")).toBe(BigInt(epoch + 1));
  await expectPaid(before);
});

/** Seals and prepares an epoch of ours, as a worker does that is killed before its post. @returns its id */
async function prepareOnly(): Promise<number> {
  const run = settle(world.context, () => {});
  while ((await world.read("sealedTotal")) === 0n) await run();
  const state = await readSettlement();
  await fitToSeal(world.context, state, () => {});
  await prepare(world.context, state);
  return state.last + 1;
}

it.each(["readable", "unreadable"])("prepares anew what lost its id to a %s epoch that is rejected", async (kind) => {
  const before = await surplus();
  const ids = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE * 3n)];
  await world.nextDay();
  const epoch = await prepareOnly();
  const drawn = await spent();
  const publish = await stranger.postTheft(epoch - 1);
  if (kind === "readable") await publish();
  await settleAll();
  await world.reject();
  await settleAll();
  expect(await world.read("last")).toBe(BigInt(epoch + 1));
  expect(await Promise.all(ids.map(epochOfReceipt))).toEqual([epoch, epoch]);
  expect(await spent()).toEqual(drawn);
  await expectPaid(before);
});

it("builds on a stranger's epoch that took a prepared one's id and stands, and draws nothing twice", async () => {
  const lost = await world.serve(payers[0]!, FEE);
  await world.nextDay();
  const epoch = await prepareOnly();
  const publish = await stranger.postTheft(epoch - 1);
  const drawn = await spent();
  const ids: string[] = [];
  for (let day = 1n; day <= 2n; day++) {
    ids.push(await world.serve(payers[1]!, FEE));
    await world.nextDay();
    await settleAll();
    expect(await spent()).toEqual([drawn[0], drawn[1]! + FEE * day]);
  }
  expect(await leavesOfEpoch(stack.sql, epoch)).toEqual([]); // ours are nobody's claims
  // It stands, unread: nothing is sealed, and somebody else's seal is left alone.
  expect([await world.read("last"), await world.read("sealedTotal")]).toEqual([BigInt(epoch), 0n]);
  await world.strangerSeals();
  ids.push(await world.serve(payers[1]!, FEE));
  await world.nextDay();
  await settleAll();
  expect([await world.read("last"), (await spent())[1]]).toEqual([BigInt(epoch), drawn[1]! + FEE * 3n]);

  await publish();
  const before = await surplus();
  await settleAll();
  expect(await world.read("last")).toBe(BigInt(epoch + 1));
  await world.nextDay();
  await settleAll();
  expect(await Promise.all([lost, ...ids].map(epochOfReceipt))).toEqual([epoch, epoch + 1, epoch + 1, epoch + 2]);
  await expectExact();
  expect(before.size).toBeGreaterThan(0);
  await expectSettled();
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
});

// The last: he posts nothing after it.
it("does not take a stranger's epoch for ours because he gave us its attributor", async () => {
  const ids = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE * 3n)];
  await world.nextDay();
  const epoch = await prepareOnly();
  const drawn = await spent();
  const publish = await stranger.postTheft(epoch - 1);
  await publish();
  await stranger.giveAway(world.attributor.address);
  await settleAll();
  await world.reject();
  await settleAll();
  expect(await Promise.all(ids.map(epochOfReceipt))).toEqual([epoch, epoch]);
  expect(await spent()).toEqual(drawn);
});

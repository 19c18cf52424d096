import { rmSync } from "node:fs";
import path from "node:path";
import { type Hex, parseEther } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { leavesOfEpoch } from "../../lib/db/settlementFiles.ts";
import { addressPayee, buildSumTree } from "../../lib/ledger/index.ts";
import { settle } from "./settle.ts";
import { badLeaves } from "./testing/badLeaves.ts";
import { honestAnswers } from "./testing/honestAnswers.ts";
import { keyed } from "./testing/keyed.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { raceWhilePending } from "./testing/raceWhilePending.ts";
import { rogueAttributor } from "./testing/rogueAttributor.ts";
import { settlementWorld } from "./testing/settlementWorld.ts";
import { settling } from "./testing/settling.ts";
import { watch } from "./watch.ts";

const PLENTY = parseEther("1000");
const PENDING = 1;
const DISPUTED = 2;
const REJECTED = 3;

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let answer: Awaited<ReturnType<typeof honestAnswers>>;
let rogue: Awaited<ReturnType<typeof rogueAttributor>>;
let payer: Awaited<ReturnType<typeof world.addPayer>>;
let settleAll: ReturnType<typeof settling>["settleAll"];

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  answer = await honestAnswers(stack, world);
  rogue = await rogueAttributor(world);
  payer = await world.addPayer(0, PLENTY, PLENTY);
  // The watcher's own account holds the bond.
  await world.give(world.attributor.address, parseEther("5000"));
  ({ settleAll } = settling(stack, world, [payer]));
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

beforeEach(async () => {
  // Each test begins with every earlier epoch closed, and what a rejected one promised paid by the next.
  await world.nextDay();
  await settleAll();
  await world.nextDay();
  await watchAll();
});

/** Each step by a worker that knows nothing but chain and database, as after kill -9. @returns what it said. */
async function watchAll(): Promise<string[]> {
  const lines: string[] = [];
  for (let steps = 0; await watch(world.context, (line) => lines.push(line))(); steps++) {
    if (steps > 5) throw new Error(`does not come to rest: ${lines.join("\n")}`);
  }
  return lines;
}

const settlement = () => ({ address: world.context.deployment.contracts.settlement, abi: settlementAbi });
const stateOf = async (epoch: number) => {
  const { state } = await world.chain.readContract({ ...settlement(), functionName: "epochOf", args: [BigInt(epoch)] });
  return state;
};
const balanceOf = (address: Hex) =>
  world.chain.readContract({
    ...{ address: world.context.deployment.contracts.open, abi: openAbi },
    ...{ functionName: "balanceOf", args: [address] },
  });
const recorded = async (epoch: number) => {
  const [row] = await stack.sql`select verdict, action, sentence from worker.verdict where epoch = ${epoch}`;
  return row;
};

/** A day's answers, drawn and sealed, and not posted yet. */
async function sealedDay(): Promise<void> {
  await answer(payer, "public");
  await answer(payer, "private");
  await world.nextDay();
  while ((await world.read("sealedTotal")) === 0n) expect(await settle(world.context, () => {})()).toBe(true);
}

/** The next epoch pays everybody to the wei. */
async function expectNextPaysAll(rejected: number) {
  expect(await stateOf(rejected)).toBe(REJECTED);
  await settleAll();
  expect(await world.read("last")).toBe(BigInt(rejected + 1));
  expect(await watchAll()).toEqual([expect.stringMatching(`epoch ${rejected + 1}: equal`)]);
  expect(await world.read("settled")).toBe(await world.read("funded"));
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
}

const treasury = () => addressPayee(world.context.deployment.treasury);

describe("the watcher", () => {
  it("finds an honest epoch equal, private answers too, and does nothing", async () => {
    await sealedDay();
    await settleAll();
    const epoch = Number(await world.read("last"));
    expect(await watchAll()).toEqual([`epoch ${epoch}: equal, 2 receipts, 5 payees`]);
    expect([await stateOf(epoch), await recorded(epoch)]).toEqual([
      PENDING,
      expect.objectContaining({ verdict: "equal", action: null }),
    ]);
    expect(await watchAll()).toEqual([]);
  });

  it("redoes an epoch whose window went by while nobody watched, and says so", async () => {
    await sealedDay();
    await settleAll();
    const epoch = Number(await world.read("last"));
    await world.nextDay();
    expect(await watchAll()).toEqual([`epoch ${epoch}: equal, 2 receipts, 5 payees (its window had gone by)`]);
    expect(await recorded(epoch)).toMatchObject({ verdict: "equal", action: null });
    expect(await watchAll()).toEqual([]);
  });

  it("finds an epoch equal that pays where an earner redirected its payouts, from the snapshot on", async () => {
    const earner = keyed(localAccounts().contributors[0]!);
    const to = keyed(localAccounts().contributors[9]!).address;
    const paid = async (address: Hex) => {
      const leaves = await leavesOfEpoch(stack.sql, Number(await world.read("last")));
      return leaves.find(({ payee }) => payee === addressPayee(address))?.amount ?? 0n;
    };
    const before = await paid(earner.address);
    await sealedDay(); // served before
    await world.send(earner, world.context.deployment.contracts.registry, registryAbi, "setPayout", [to]);
    await settleAll();
    expect([await paid(earner.address), (await paid(to)) > 0n]).toEqual([before, true]);
    expect(await watchAll()).toEqual([expect.stringMatching(/: equal, 2 receipts/)]);
    await world.send(earner, world.context.deployment.contracts.registry, registryAbi, "setPayout", [earner.address]);
  });

  it("disputes a root that is well formed and wrong, once, and the next epoch pays everybody", async () => {
    await sealedDay();
    const { epoch } = await rogue.post(badLeaves(treasury()).misdirect);
    const before = await balanceOf(world.attributor.address);
    const run = () => watch(world.context, () => {})();
    expect([await run(), await run(), await run(), await run()]).toEqual([true, true, false, false]); // allows, disputes
    expect(await stateOf(epoch)).toBe(DISPUTED);
    expect(before - (await balanceOf(world.attributor.address))).toBe(parseEther("1000"));
    const sentence = `^epoch ${epoch}, leaves file, payee 0x[0-9a-f]{64}: amount is \\d+, but must be \\d+$`;
    expect(await recorded(epoch)).toEqual({
      ...{ verdict: "different", action: "disputed", sentence: expect.stringMatching(sentence) },
    });
    await world.resolve(false);
    await expectNextPaysAll(epoch);
  });

  it("disputes an epoch that leaves out the receipts and gives their money to the treasury", async () => {
    await sealedDay();
    const { epoch } = await rogue.post((leaves) => leaves, "none");
    const what = "place is left out, but must be in the file: its fee was drawn";
    expect((await watchAll()).join("\n")).toMatch(
      new RegExp(`epoch ${epoch}: disputed: epoch ${epoch}, receipts file, receipt 0x[0-9a-f]{64}: ${what}`),
    );
    expect(await stateOf(epoch)).toBe(DISPUTED);
    await world.resolve(false);
    await expectNextPaysAll(epoch);
  });

  it("does not dispute twice when it died with a dispute still pending", async () => {
    await sealedDay();
    const { epoch } = await rogue.post(badLeaves(treasury()).misdirect);
    const before = await balanceOf(world.attributor.address);
    const run = () => watch(world.context, () => {})();
    expect(await run()).toBe(true); // allows
    const { outcome, first } = await raceWhilePending(world, run);
    expect([outcome, first]).toEqual(["refused", true]);
    expect(before - (await balanceOf(world.attributor.address))).toBe(parseEther("1000"));
    expect(await run()).toBe(false);
    await world.resolve(false);
    await expectNextPaysAll(epoch);
  });

  it.each([
    ["proveDecrease", "decrease"],
    ["proveOmission", "omit"],
    ["proveDisorder", "disorder"],
  ] as const)(
    "proves a malformed root, behind a sham dispute too, and the next epoch pays everybody (%s)",
    async (proof, kind) => {
      await sealedDay();
      const { epoch } = await rogue.post(badLeaves(treasury())[kind]);
      if (kind === "disorder") await world.dispute();
      const lines = await watchAll();
      expect(lines.at(-1)).toMatch(`epoch ${epoch}: fraud, rejected by ${proof}: epoch ${epoch}, leaves file`);
      expect(await recorded(epoch)).toMatchObject({ verdict: "different", action: "proved" });
      await expectNextPaysAll(epoch);
    },
  );

  it("does not take a stranger’s word for what was drawn: receipts he names before they are gathered are paid by the next", async () => {
    await answer(payer, "public");
    await world.nextDay();
    await world.strangerFunds(10n);
    await world.strangerSeals();
    const { epoch } = await rogue.post(badLeaves(treasury()).decrease, "every");
    while (await settle(world.context, () => {})());
    expect((await watchAll()).at(-1)).toMatch(`epoch ${epoch}: fraud, rejected by proveDecrease`);
    await expectNextPaysAll(epoch);
  });

  it("disputes what nobody can read near the end of the window only", async () => {
    await sealedDay();
    const { epoch, cid } = await rogue.post((leaves) => leaves);
    rmSync(path.join(stack.directory, "store", cid.slice(-2), cid));
    expect(await watchAll()).toEqual([
      expect.stringMatching(`epoch ${epoch} cannot be verified: the manifest of epoch ${epoch} is not to be had`),
    ]);
    expect(await stateOf(epoch)).toBe(PENDING);
    await world.chain.increaseTime({ seconds: 20 * 3600 + 60 });
    await world.chain.mine({ blocks: 1 });
    expect((await watchAll()).join("\n")).toContain(`epoch ${epoch}: disputed: epoch ${epoch} cannot be verified`);
    expect(await stateOf(epoch)).toBe(DISPUTED);
    await world.resolve(false);
    await expectNextPaysAll(epoch);
  });
});

it("a claim built on an epoch works three epochs later", async () => {
  const day = async () => {
    await sealedDay();
    await settleAll();
    await world.nextDay();
    return Number(await world.read("last"));
  };
  const epoch = await day();
  const leaves = await leavesOfEpoch(stack.sql, epoch);
  const index = leaves.findIndex(({ payee }) => payee === treasury());
  const { payee, amount } = leaves[index]!;
  const claim = {
    epoch: BigInt(epoch),
    index: BigInt(index),
    payee,
    amount,
    proof: buildSumTree(leaves).proofOf(index),
  };
  await day();
  await day();
  expect(await day()).toBe(epoch + 3);
  await world.send(world.attributor, settlement().address, settlementAbi, "claim", [claim]);
  const claimed = await world.chain.readContract({ ...settlement(), functionName: "claimed", args: [payee] });
  expect(claimed).toBe(amount);
  expect(await world.claimAll()).toBe(0n);
});

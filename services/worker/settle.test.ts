import { parseEther } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { assignedReceipts } from "../../lib/db/settlement.ts";
import { Rests } from "./Rests.ts";
import { collect } from "./settle/collect.ts";
import { fitToSeal } from "./settle/fitToSeal.ts";
import { readSettlement } from "./settle/readSettlement.ts";
import { settle } from "./settle.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { raceWhilePending } from "./testing/raceWhilePending.ts";
import { settlementWorld } from "./testing/settlementWorld.ts";
import { settling } from "./testing/settling.ts";

const FEE = 1_000_000_000_000_000_007n;
const PLENTY = parseEther("1000");

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let payers: Awaited<ReturnType<typeof world.addPayer>>[];
let { settleAll, spentOf, expectExact, expectSettled, epochOfReceipt }: ReturnType<typeof settling> = {} as never;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  payers = [await world.addPayer(0, PLENTY, PLENTY), await world.addPayer(1, PLENTY, PLENTY)];
  ({ settleAll, spentOf, expectExact, expectSettled, epochOfReceipt } = settling(stack, world, payers));
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

describe("settle", () => {
  beforeEach(async () => {
    // Each test begins with every earlier epoch accepted and everything before it distributed.
    await world.nextDay();
    await settleAll();
    await world.nextDay();
  });

  it("waits for the midnight after the answers, then posts what the chain accepts, to the wei", async () => {
    await world.serve(payers[0]!, FEE);
    await world.serve(payers[1]!, FEE * 3n);
    const before = await world.read("last");
    expect(await settleAll()).toBe(0);
    await world.nextDay();
    expect(await settleAll()).toBeGreaterThan(2);
    expect(await world.read("last")).toBe(before + 1n);
    await expectSettled();
    await world.nextDay();
    expect(await world.claimAll()).toBe(0n);
    expect(await settleAll()).toBe(0);
  });

  it("waits for an attribution under way, so that a day is not torn in two, but not for ever", async () => {
    const ids = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE)];
    const attribution = await stack.sql`delete from worker.attribution where receipt = ${ids[1]!} returning *`;
    await world.nextDay();
    expect(await settleAll()).toBe(0);
    await stack.sql`update gateway.receipt set created_at = now() - interval '61 seconds' where id = ${ids[1]!}`;
    await settleAll();
    const epoch = Number(await world.read("last"));
    expect(await Promise.all(ids.map(epochOfReceipt))).toEqual([epoch, null]);
    await expectSettled();
    await stack.sql`insert into worker.attribution ${stack.sql(attribution as never)}`;
  });

  it("does not collect twice when it died with a collection still pending", async () => {
    await world.serve(payers[0]!, FEE);
    const id = await world.serve(payers[0]!, FEE);
    await world.nextDay();
    const spent = (await world.accountOf(payers[0]!.address)).spent;
    expect(await settle(world.context, () => {})()).toBe(true); // assigned
    const epoch = (await epochOfReceipt(id))!;
    const receipts = await assignedReceipts(stack.sql, epoch - 1, epoch);

    const run = () => collect(world.context, epoch, receipts, new Rests(), () => {});
    const { outcome } = await raceWhilePending(world, run);
    expect(outcome).toBe("refused");

    expect((await world.accountOf(payers[0]!.address)).spent).toBe(spent + FEE * 2n);
    await settleAll();
    await expectSettled();
  });

  it("leaves out what a stranger's seal came before, and distributes it with the next epoch", async () => {
    // The unpaid one is the older: by age alone the other would be left out.
    const [unpaid, paid] = [await world.serve(payers[1]!, FEE), await world.serve(payers[0]!, FEE)];
    await world.nextDay();
    await settle(world.context, () => {})(); // assigned
    const epoch = (await epochOfReceipt(paid))!;
    const receipts = (await assignedReceipts(stack.sql, epoch - 1, epoch)).filter(({ id }) => id === paid);
    await collect(world.context, epoch, receipts, new Rests(), () => {});
    await world.strangerSeals();
    await settleAll();
    // Drawn at once, in the window of the other.
    expect([await epochOfReceipt(paid), await epochOfReceipt(unpaid)]).toEqual([epoch, epoch + 1]);
    await expectExact();
    expect((await world.read("funded")) - (await world.read("settled"))).toBe(FEE);

    await world.nextDay();
    await settleAll();
    await expectSettled();
    await world.nextDay();
    expect(await world.claimAll()).toBe(0n);
  });

  /** Assigns, then a stranger funds a wei and seals, and only then the collection that was under way is mined. */
  async function sealBeforeCollect(id: string): Promise<number> {
    expect(await settle(world.context, () => {})()).toBe(true); // assigned
    const epoch = (await epochOfReceipt(id))!;
    await world.strangerFunds(1n);
    await world.strangerSeals();
    const receipts = await assignedReceipts(stack.sql, epoch - 1, epoch);
    await collect(world.context, epoch, receipts, new Rests(), () => {});
    return epoch;
  }

  it("leaves to the next epoch what was drawn after a stranger's seal, and draws it once", async () => {
    const ids = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE * 3n)];
    await world.nextDay();
    const epoch = await sealBeforeCollect(ids[0]!);
    const drawn = await Promise.all(payers.map(async ({ address }) => (await world.accountOf(address)).spent));
    expect(await settle(world.context, () => {})()).toBe(true);
    expect(await world.read("last")).toBe(BigInt(epoch));
    expect(await Promise.all(ids.map(epochOfReceipt))).toEqual([null, null]);

    await settleAll();
    await world.nextDay();
    await settleAll();
    expect(await Promise.all(ids.map(epochOfReceipt))).toEqual([epoch + 1, epoch + 1]);
    expect(await Promise.all(payers.map(async ({ address }) => (await world.accountOf(address)).spent))).toEqual(drawn);
    await expectSettled();
    await world.nextDay();
    expect(await world.claimAll()).toBe(0n);
  });

  it("pays the receipts, not the treasury, when the stranger also seals what was drawn late", async () => {
    const late = await world.serve(payers[0]!, FEE * 5n);
    await world.nextDay();
    const epoch = await sealBeforeCollect(late);
    await settleAll();
    const unpaid = await world.serve(payers[0]!, FEE);
    await world.nextDay();
    await world.strangerSeals(); // before anything is assigned
    await settle(world.context, () => {})();
    expect([await epochOfReceipt(late), await epochOfReceipt(unpaid)]).toEqual([epoch + 1, null]);
    await expectSettled();
    await settleAll();
    await world.nextDay();
    await settleAll();
    expect(await epochOfReceipt(unpaid)).toBe(epoch + 2);
    await expectSettled();
    await world.nextDay();
    expect(await world.claimAll()).toBe(0n);
  });

  it("posts what fits when less was sealed than the receipts promise", async () => {
    const [paid, newest] = [await world.serve(payers[0]!, FEE), await world.serve(payers[1]!, FEE)];
    await world.nextDay();
    await settle(world.context, () => {})(); // assigned
    const epoch = (await epochOfReceipt(paid))!;
    const receipts = await assignedReceipts(stack.sql, epoch - 1, epoch);
    await collect(world.context, epoch, receipts, new Rests(), () => {});
    await world.strangerSeals();
    const lines: string[] = [];
    const state = await readSettlement();
    await fitToSeal(world.context, { ...state, sealedTotal: state.sealedTotal - 1n }, (line) => lines.push(line));
    expect([await epochOfReceipt(paid), await epochOfReceipt(newest)]).toEqual([epoch, null]);
    expect(lines.join()).toContain("leaves 1 receipts to the next");
    await settleAll(); // with all of the money there is room for both again
    expect([await epochOfReceipt(paid), await epochOfReceipt(newest)]).toEqual([epoch, epoch]);
    await expectSettled();
  });

  it("distributes a rejected epoch's money with the next", async () => {
    const id = await world.serve(payers[0]!, FEE);
    await world.nextDay();
    await settleAll();
    const rejected = (await epochOfReceipt(id))!;
    await world.reject();
    expect(await settleAll()).toBeGreaterThan(0);
    expect(await world.read("last")).toBe(BigInt(rejected + 1));
    await expectSettled();
    await world.nextDay();
    expect(await world.claimAll()).toBe(0n);
  });

  it.each([true, false])(
    "draws each day while the epoch before is disputed, and seals after (valid: %s)",
    async (valid) => {
      const first = await world.serve(payers[0]!, FEE);
      await world.nextDay();
      await settleAll();
      const disputed = (await epochOfReceipt(first))!;
      await world.dispute();
      const before = await spentOf(payers[0]!);
      const ids = [];
      for (const day of [1n, 2n]) {
        ids.push(await world.serve(payers[0]!, FEE));
        await world.nextDay();
        await settleAll();
        expect(await spentOf(payers[0]!)).toBe(before + FEE * day);
      }
      expect([await world.read("last"), await world.read("sealedTotal")]).toEqual([BigInt(disputed), 0n]);
      await world.resolve(valid);
      await settleAll();
      expect(await world.read("last")).toBe(BigInt(disputed + 1));
      expect(await Promise.all(ids.map(epochOfReceipt))).toEqual([disputed + 1, disputed + 1]);
      await expectSettled();
      await world.nextDay();
      expect(await world.claimAll()).toBe(0n);
    },
  );

  it("leaves out and names receipts a voucher does not cover, until it does", async () => {
    const poor = await world.addPayer(2, PLENTY, FEE);
    payers.push(poor);
    const ids = [await world.serve(poor, FEE), await world.serve(poor, FEE)];
    await world.nextDay();
    const lines: string[] = [];
    await settleAll((line) => lines.push(line));
    const first = await Promise.all(ids.map(epochOfReceipt));
    expect(first.filter((epoch) => epoch === null)).toHaveLength(1);
    expect(lines.join("\n")).toContain(`leaves out 1 receipts of ${poor.address.toLowerCase()}`);
    await expectSettled();

    await world.sign(poor, PLENTY);
    await world.nextDay();
    await settleAll();
    expect(await Promise.all(ids.map(epochOfReceipt))).not.toContain(null);
    await expectSettled();
  });

  it("leaves out a payer whose voucher the escrow refuses, and settles the others", async () => {
    const forger = await world.addPayer(3, PLENTY, PLENTY);
    payers.push(forger);
    await stack.sql`update gateway.voucher v set signature = (select signature from gateway.voucher where payer = ${payers[0]!.address.toLowerCase()})
      where payer = ${forger.address.toLowerCase()}`;
    const bad = await world.serve(forger, FEE);
    const good = await world.serve(payers[1]!, FEE);
    await world.nextDay();
    const run = settle(world.context, () => {});
    while (await run());
    expect([await epochOfReceipt(bad), typeof (await epochOfReceipt(good))]).toEqual([null, "number"]);
    await expectSettled();
  });
});

import type { Address, Hex } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { addressPayee } from "../../ledger/index.ts";
import { contributorTotals } from "./contributors.ts";
import { entitlementOf, indexedPaid, indexedStanding, type Standing } from "./entitlement.ts";

const account: Address = `0x${"ab".repeat(20)}`;
const payee = addressPayee(account);
let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  await stack.sql.unsafe(`truncate indexer.epoch, indexer.claim, worker.leaf, worker.epoch, worker.epoch_receipt, worker.payout,
    worker.share, gateway.receipt cascade`);
});

let receipts = 0;
async function earn(amount: bigint, epoch: number | null): Promise<void> {
  const { sql } = stack;
  const id: Hex = `0x${String(++receipts).padStart(64, "0")}`;
  await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
      request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
    values (${id}, '0x00', 9, 1, 8, ${String(amount)}, '', '', 'public', '', '', '', 1, 1, 1, 1, 1)`;
  await sql`insert into worker.payout (receipt, role, payee, amount) values (${id}, 'contributor', ${payee}, ${String(amount)})`;
  if (epoch !== null) await sql`insert into worker.epoch_receipt (receipt, epoch) values (${id}, ${epoch})`;
}

async function post(id: number, state: string, readyAt: number, leaf: bigint): Promise<void> {
  const { sql } = stack;
  await sql`insert into indexer.epoch (id, state, ready_at) values (${id}, ${state}, ${readyAt})`;
  await sql`insert into worker.epoch (id, manifest_cid, data_hash, receipts_cid, shares_cid, leaves_cid)
    values (${id}, '', '', '', '', '')`;
  await sql`insert into worker.leaf (epoch, index, payee, amount) values (${id}, 1, ${payee}, ${String(leaf)})`;
}

const read = async (now: number) => {
  const [standing, paid] = await Promise.all([indexedStanding(stack.sql, now), indexedPaid(stack.sql, payee)]);
  return entitlementOf(stack.sql, payee, standing, paid);
};

it("follows money through its epochs, and a dispute makes it neither accrued nor claimable", async () => {
  const { sql } = stack;
  await earn(5n, 1);
  await earn(3n, 2);
  await earn(2n, null);
  await post(1, "posted", 100, 5n);
  await post(2, "posted", 200, 8n);
  const nothing = { accrued: 2n, inWindow: 0n, inDispute: 0n, claimable: 0n, paid: 0n };
  expect(await read(150)).toEqual({ ...nothing, inWindow: 3n, claimable: 5n });
  await sql`update indexer.epoch set state = 'disputed' where id = 2`;
  for (const now of [150, 200, 10_000]) expect(await read(now)).toEqual({ ...nothing, inDispute: 3n, claimable: 5n });
  await sql`insert into indexer.claim (id, payee, epoch, amount) values ('x', ${payee}, 1, 5)`;
  expect(await read(10_000)).toEqual({ ...nothing, inDispute: 3n, paid: 5n });

  await sql`update indexer.epoch set state = 'rejected' where id = 2`;
  expect(await read(10_000)).toEqual({ ...nothing, accrued: 5n, paid: 5n });
  await sql`update indexer.epoch set state = 'posted' where id = 2`;
  expect(await read(10_000)).toEqual({ ...nothing, claimable: 3n, paid: 5n });
});

it("is what the contributor's profile shows", async () => {
  await earn(5n, 1);
  await post(1, "disputed", 100, 5n);
  const totals = await contributorTotals(stack.sql, account, 500);
  expect(totals).toMatchObject({ accrued: 0n, inWindow: 0n, inDispute: 5n, claimable: 0n, paid: 0n, contributions: 0 });
});

it("has every wei earned in exactly one place, whatever became of the epochs", async () => {
  const random = (seed: number) => (bound: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % bound;
  };
  for (let round = 1; round <= 25; round++) {
    await stack.sql.unsafe(
      "truncate indexer.epoch, indexer.claim, worker.epoch, worker.epoch_receipt, worker.payout cascade",
    );
    const next = random(round * 7_919);
    const count = next(5);
    let [earned, standing, accepted, waiting] = [0n, 0n, 0n, 0n];
    for (let id = 1; id <= count; id++) {
      const amount = BigInt(next(1_000));
      await earn(amount, id);
      earned += amount;
      waiting += amount;
      const isLast = id === count;
      const state = ["posted", "rejected", "disputed"][next(isLast ? 3 : 2)]!;
      await post(id, state, isLast && next(2) === 0 ? 900 : 100, standing + waiting);
      if (state === "rejected") continue; // the next epoch takes its money in
      standing += waiting;
      waiting = 0n;
      if (!isLast) accepted = standing;
    }
    const late = BigInt(next(1_000));
    await earn(late, next(2) === 0 ? null : count + 1);
    const claimed = accepted === 0n ? 0n : BigInt(next(Number(accepted) + 1));
    await stack.sql`insert into indexer.claim (id, payee, epoch, amount) values ('x', ${payee}, 1, ${String(claimed)})`;
    const { accrued, inWindow, inDispute, claimable, paid } = await read(500);
    expect(accrued + inWindow + inDispute + claimable + paid, `round ${round}`).toBe(earned + late);
    for (const part of [accrued, inWindow, inDispute, claimable, paid]) expect(part >= 0n).toBe(true);
  }
});

it("reads where the epochs stand as the chain does", async () => {
  const standing = (now: number): Promise<Standing> => indexedStanding(stack.sql, now);
  expect(await standing(0)).toEqual({ accepted: 0, open: null, isDisputed: false });
  await post(1, "posted", 100, 1n);
  expect(await standing(99)).toEqual({ accepted: 0, open: { id: 1, readyAt: 100 }, isDisputed: false });
  expect(await standing(100)).toEqual({ accepted: 1, open: null, isDisputed: false });
  await post(2, "rejected", 150, 1n);
  await post(3, "disputed", 200, 1n);
  expect(await standing(300)).toEqual({ accepted: 1, open: { id: 3, readyAt: 200 }, isDisputed: true });
});

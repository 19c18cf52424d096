import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { targetPayee } from "../../ledger/index.ts";
import { positionsOf } from "./positions.ts";
import { slashesOf, slashesOfTarget } from "./slashes.ts";
import { listStakeTargets } from "./stakeTargets.ts";
import { stakersOf } from "./validators.ts";

const OPEN = `0x${"0".repeat(39)}1`;
const DOLLAR = `0x${"0".repeat(39)}2`;
const ANN = `0x${"a".repeat(40)}`;
const BOB = `0x${"b".repeat(40)}`;
const [MODEL, NODE] = [7n, 8n];
const POOL = BigInt(targetPayee(MODEL));
const target = String(POOL); // beyond what the driver takes a bigint for

let stack: LocalStack;
let block = 0;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind, owner, uri) values (1, 0, '0x0', ''), (7, 1, '0x0', ''), (8, 3, '0x0', '')`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const place = () => ({ id: String(++block), at: block, block, log_index: 0, tx: `0x${block}` });
const moved = (who: string, kind: string, amount: bigint, shares: bigint) =>
  stack.sql`insert into indexer.stake_event ${stack.sql({ ...place(), target, who, kind, amount, shares })}`;
const slashed = (amount: bigint) =>
  stack.sql`insert into indexer.slash ${stack.sql({ ...place(), target, to: BOB, amount })}`;

it("replays what a slash took from one staker to the wei, thawing shares included", async () => {
  const { sql } = stack;
  await moved(ANN, "staked", 100n, 100n);
  await moved(BOB, "staked", 201n, 201n);
  await slashed(150n); // 301 → 151
  await moved(BOB, "unstaking", 0n, 201n);
  await moved(ANN, "staked", 50n, 99n); // at the new price
  await slashed(67n); // 201 → 134, of 400 shares
  await moved(BOB, "withdrawn", 67n, 201n);
  await slashed(10n); // 67 → 57, of 199 shares
  await sql`insert into indexer.position (target, who, shares, thawing) values (${target}, ${ANN}, 199, 0), (${target}, ${BOB}, 0, 0)`;
  const taken = async (who: string) => (await slashesOf(sql, who)).map(({ before, after }) => [before, after]);
  expect(await taken(ANN)).toEqual([
    [67n, 57n],
    [(199n * 201n) / 400n, (199n * 134n) / 400n],
    [100n, (100n * 151n) / 301n],
  ]);
  expect(await taken(BOB)).toEqual([
    [(201n * 201n) / 400n, (201n * 134n) / 400n],
    [201n, (201n * 151n) / 301n],
  ]);
  expect((await slashesOfTarget(sql, POOL)).map(({ amount }) => amount)).toEqual([10n, 67n, 150n]);
});

it("names the case that took it", async () => {
  await stack.sql`insert into indexer.court_case (id, subject, subject_id, rule_tx) values (3, 'asset', 7, ${`0x${block}`})`;
  expect((await slashesOf(stack.sql, ANN)).map(({ caseId }) => caseId)).toEqual([3n, null, null]);
});

it("lists an account's positions, what went in and out, and what receipts say of the rewards", async () => {
  const { sql } = stack;
  await sql`insert into indexer.pool (target, tokens, shares, thawing, bonded) values (${target}, 57, 199, 0, 57)`;
  for (const [token, amount] of [
    [OPEN, 12n],
    [DOLLAR, 90n],
  ] as const)
    await sql`insert into indexer.reward ${sql({ ...place(), target, token, amount })}`;
  await sql`insert into indexer.reward_paid ${sql({ ...place(), target, who: ANN, token: OPEN, amount: 5n })}`;
  const [position] = await positionsOf(sql, ANN.toUpperCase().replace("X", "x"), OPEN);
  expect(position).toMatchObject({
    ...{ id: MODEL, kind: "model", shares: 199n, poolTokens: 57n, poolShares: 199n },
    ...{ staked: 150n, withdrawn: 0n, paid: 5n, poolRewarded: 12n, poolFromFees: null },
  });
  expect((await positionsOf(sql, BOB, OPEN))[0]).toMatchObject({ shares: 0n, thawing: 0n, withdrawn: 67n });
  expect(await stakersOf(sql, POOL)).toEqual([{ who: ANN, shares: 199n, thawing: 0n, worth: 57n }]);
});

it("counts the stakers' part of receipts up to the epoch the pool was paid under, and no further", async () => {
  const { sql } = stack;
  const payee = targetPayee(MODEL);
  for (const [id, epoch, amount] of [
    ["0x1", 1, 8n],
    ["0x2", 2, 100n],
  ] as const) {
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
      request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${id}, '0x', 7, 1, 8, 1, '', '', 'public', '0x', '0x', '0x', 1, 1, 1, 1, 1)`;
    await sql`insert into worker.epoch_receipt (receipt, epoch) values (${id}, ${epoch})`;
    await sql`insert into worker.payout (receipt, role, payee, amount) values (${id}, 'stakers', ${payee}, ${amount})`;
  }
  await sql`insert into indexer.claim ${sql({ ...place(), payee, epoch: 1n, amount: 12n })}`;
  expect((await positionsOf(sql, ANN, OPEN))[0]!.poolFromFees).toBe(8n);
  const [model, node] = await listStakeTargets(sql, { open: OPEN });
  expect([model!.id, model!.stakers, model!.realised]).toEqual([MODEL, 1, { fees: 8n, emissions: 4n }]);
  expect([node!.id, node!.tokens, node!.realised]).toEqual([NODE, 0n, { fees: 0n, emissions: 0n }]);
  expect((await listStakeTargets(sql, { kind: "provider", open: OPEN })).map(({ id }) => id)).toEqual([NODE]);
});

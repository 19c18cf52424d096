import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { votedParameters } from "./parameters.ts";
import { ballotsOf, listProposals, proposalById } from "./proposals.ts";
import { heldRoles } from "./roles.ts";
import { delegatedVotes, everyDelegate, listDelegates, votingStakes } from "./votes.ts";

let stack: LocalStack;

const OPEN = 10n ** 18n;
const who = (digit: string) => `0x${digit.repeat(40)}`;
const [ada, ben, cleo] = ["a", "b", "c"].map(who) as [string, string, string];
const HUGE = 2n ** 255n + 5n;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  for (const [i, [value, at]] of [
    [4, 10],
    [5, 200],
  ].entries())
    await sql`insert into indexer.parameter_change (id, contract, name, old, value, at, block, log_index, tx)
      values (${`q${i}`}, 'governor', 'quorumNumerator', ${i === 0 ? null : 4}, ${value!}, ${at!}, ${i + 1}, 0, ${`0xe${i}`})`;
  for (const [id, start, executeTx] of [
    [HUGE, 100, "0xe1"],
    [2n, 300, null],
  ] as const)
    await sql`insert into indexer.proposal (id, proposer, targets, amounts, calldatas, description, vote_start, vote_end,
        created_at, block, log_index, tx, execute_tx)
      values (${String(id)}, ${ada}, ${[who("1")]}, array[0, 7]::numeric[], ${["0x12", "0x"]}, '# T', ${start}, ${start + 50}, ${start - 50},
        ${start}, 0, '0x1', ${executeTx})`;
  for (const [voter, support, weight, at] of [
    [ada, 1, 30n, 110],
    [ben, 0, 20n, 111],
    [cleo, 2, 10n, 112],
  ] as const)
    await sql`insert into indexer.ballot (proposal, voter, support, weight, reason, at, block, log_index, tx)
      values (${String(HUGE)}, ${voter}, ${support}, ${weight}, ${voter === ada ? "Because." : ""}, ${at}, ${at}, 0, '0x2')`;
  for (const [kind, delegate, votes, since] of [
    ["held", ada, 100n, 20],
    ["staked", ada, 5n, 200],
    ["held", ben, 900n, 250],
    ["held", cleo, 0n, 40],
  ] as const)
    await sql`insert into indexer.vote_power (kind, delegate, votes, since, at, block, log_index, tx)
      values (${kind}, ${delegate}, ${String(votes * OPEN)}, ${since}, 400, 1, 0, '0x')`;
  for (const [kind, delegator, delegate, at] of [
    ["held", ada, ada, 20],
    ["staked", cleo, ada, 30],
    ["held", ben, ben, 400], // anew: it had votes before
  ] as const)
    await sql`insert into indexer.delegation (kind, delegator, delegate, at, block, log_index, tx)
      values (${kind}, ${delegator}, ${delegate}, ${at}, 1, 0, '0x')`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("tallies each proposal, with numbers of 256 bits and the quorum of its own snapshot", async () => {
  const { rows, total } = await listProposals(stack.sql, { limit: 5, offset: 0 });
  expect([total, rows.map(({ id }) => id)]).toEqual([2, [2n, HUGE]]);
  const old = (await proposalById(stack.sql, HUGE))!;
  expect([old.forVotes, old.againstVotes, old.abstainVotes, old.ballots]).toEqual([30n, 20n, 10n, 3]);
  expect([old.amounts, old.calldatas]).toEqual([
    [0n, 7n],
    ["0x12", "0x"],
  ]);
  expect([old.quorum, rows[0]!.quorum]).toEqual([40_000_000n * OPEN, 50_000_000n * OPEN]);
  expect(rows[0]).toMatchObject({ forVotes: 0n, ballots: 0 });
  expect(await proposalById(stack.sql, 3n)).toBeNull();
  expect((await ballotsOf(stack.sql, HUGE, 2)).map(({ voter }) => voter)).toEqual([cleo, ben]);
});

it("knows what a vote last set each parameter to, however many changes came after", async () => {
  const { sql } = stack;
  for (let i = 0; i < 600; i++)
    await sql`insert into indexer.parameter_change (id, contract, name, old, value, at, block, log_index, tx)
      values (${`b${i}`}, 'arbiter', 'bond', 1, ${i}, 300, ${10 + i}, ${i}, '0xe1')`;
  // The first value is no vote's.
  await sql`insert into indexer.parameter_change (id, contract, name, old, value, at, block, log_index, tx)
    values ('f', 'escrow', 'thawTime', null, 3, 1, 1, 0, '0xe1')`;
  expect(await votedParameters(sql)).toEqual(
    new Map([
      ["arbiter.bond", { value: 599n, proposal: HUGE }],
      ["governor.quorumNumerator", { value: 5n, proposal: HUGE }],
    ]),
  );
});

it("adds up what is delegated, held and staked, and remembers who lost all votes", async () => {
  expect(await delegatedVotes(stack.sql)).toEqual({ held: 1_000n * OPEN, staked: 5n * OPEN });
  expect(await everyDelegate(stack.sql)).toEqual([ada, ben, cleo]);
});

it("lists delegates in an order that no power decides: another each day, or by taking part", async () => {
  const list = async (day: number, sort?: "participation") =>
    (await listDelegates(stack.sql, day * 86_400, { sort, limit: 10, offset: 0 })).rows;
  const orders = await Promise.all(Array.from({ length: 20 }, (_, day) => list(day + 1)));
  const firsts = orders.map(([first]) => first!.delegate);
  expect(new Set(firsts)).toEqual(new Set([ada, ben]));
  expect((await list(1)).map(({ delegate }) => delegate)).toEqual(orders[0]!.map(({ delegate }) => delegate));
  const byPart = await list(1, "participation");
  expect(byPart.map(({ delegate }) => delegate)).toHaveLength(2);
  // Ben has had votes since second 250: of the two votes, only the one that began at 300 was his to take part in.
  expect(byPart.find(({ delegate }) => delegate === ada)).toMatchObject({
    voted: 1,
    open: 2,
    delegators: 2,
    itself: true,
  });
  expect(byPart.find(({ delegate }) => delegate === ben)).toMatchObject({ open: 1, delegators: 1, reason: null });
  expect(byPart.find(({ delegate }) => delegate === ada)).toMatchObject({ reason: "Because.", reasonProposal: HUGE });
});

it("counts a stake as the contract does: thawing shares do not vote, worth is rounded down", async () => {
  const { sql } = stack;
  await sql`insert into indexer.pool (target, tokens, shares, thawing, bonded) values (9, 100, 300, 100, 66)`;
  await sql`insert into indexer.position (target, who, shares, thawing) values (9, ${ada}, 200, 100), (9, ${ben}, 0, 5)`;
  expect([...(await votingStakes(sql, ada.toUpperCase().replace("0X", "0x")))]).toEqual([{ target: 9n, worth: 66n }]);
  expect([...(await votingStakes(sql, ben))]).toEqual([]);
});

it("lists roles that are held, not those taken back", async () => {
  const { sql } = stack;
  for (const [account, granted] of [
    [ada, true],
    [ben, false],
  ] as const)
    await sql`insert into indexer.role (contract, role, account, granted, at, block, log_index, tx)
      values ('timelock', '0x01', ${account}, ${granted}, 1, 1, 0, '0x')`;
  expect((await heldRoles(sql)).map(({ account }) => account)).toEqual([ada]);
});

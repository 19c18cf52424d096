import { zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { saveCaseVote } from "../gateway/caseVotes.ts";
import { accusable, openEpochs } from "./accusable.ts";
import { caseById, casesAbout, disputesOf, listCases, proofAgainst } from "./cases.ts";
import { listValidators } from "./validators.ts";

const SETTLEMENT = `0x${"5".repeat(40)}`;
const DOLLARS = `0x${"d".repeat(40)}`;
const PAIRS = { settlement: SETTLEMENT.toUpperCase().replace("0X", "0x"), dollarSettlement: DOLLARS };
const NOBODY = `0x${"0".repeat(40)}`;
const [ANN, BOB, EVE] = ["a", "b", "e"].map((digit) => `0x${digit.repeat(40)}`) as [string, string, string];

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind, owner, uri, registered_at) values
    (2, 5, ${EVE}, '', 1), (3, 6, ${BOB}, '', 1), (4, 0, ${BOB}, '', 1)`;
  await sql`insert into indexer.epoch (id, state, attributor, ready_at) values (9, 'disputed', 2, 500), (10, 'posted', 2, 500)`;
  await sql`insert into indexer.contribution (id, datanet, contributor, status, items) values
    (7, 4, ${EVE}, 'accepted', 3), (8, 4, ${EVE}, 'revealed', 1)`;
  const dispute = (id: string, at: number, outcome: string | null) =>
    sql`insert into indexer.dispute (id, at, block, log_index, tx, settlement, epoch, by, reason, outcome)
      values (${id}, ${at}, ${at}, 0, ${`0x${id}`}, ${SETTLEMENT}, 9, ${ANN}, 'Less than last week.', ${outcome})`;
  await dispute("1", 100, "valid");
  await dispute("2", 300, null);
  const open = (id: number, subject: string, about: number, settlement: string, at: number) =>
    sql`insert into indexer.court_case (id, subject, subject_id, challenger, accused, settlement, item, evidence_hash, bond, opened_at, open_tx)
      values (${id}, ${subject}, ${about}, ${ANN}, ${about === 4 ? BOB : EVE}, ${settlement}, 0, ${zeroHash}, 1000, ${at}, '0x')`;
  await open(1, "epoch", 9, SETTLEMENT, 150);
  await open(2, "asset", 4, NOBODY, 200);
  await open(3, "contribution", 7, NOBODY, 250);
  await sql`update indexer.asset set owner = ${ANN} where id in (2, 4)`; // given away since: not who is accused
  await sql`update indexer.court_case set guilty = true, slash_bps = 500, ruled_at = 400, rule_tx = '0xr', weight = 8, total = 9 where id = 2`;
  await sql`insert into indexer.slash (id, target, "to", amount, tx) values ('x', 1, ${ANN}, 77, '0xr')`;
  await sql`insert into indexer.case_vote (case_id, validator, weight) values (2, 3, 8)`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("lists open cases first, each with its accused and the moment that stakes are weighed at", async () => {
  const { sql } = stack;
  expect((await listCases(sql, PAIRS)).map(({ id }) => id)).toEqual([3n, 1n, 2n]);
  expect((await listCases(sql, PAIRS, { state: "closed" })).map(({ id }) => id)).toEqual([2n]);
  const [contribution, epoch, asset] = await listCases(sql, PAIRS);
  expect([contribution!.accused, contribution!.weighedFrom, contribution!.datanet]).toEqual([EVE, 250, 4n]);
  expect([epoch!.accused, epoch!.weighedFrom, epoch!.guilty]).toEqual([EVE, 100, null]); // from its dispute on
  expect([asset!.accused, asset!.weighedFrom, asset!.slashed, asset!.assetKind]).toEqual([BOB, 200, 77n, 0]);
});

it("counts the validators whose signatures wait", async () => {
  const vote = { caseId: 3n, guilty: true, recomputedRoot: zeroHash, slashBps: 0, signature: "0x01" } as const;
  await saveCaseVote(stack.sql, { ...vote, validator: 3n });
  await saveCaseVote(stack.sql, { ...vote, validator: 5n });
  await saveCaseVote(stack.sql, { ...vote, validator: 5n, slashBps: 9 });
  expect((await caseById(stack.sql, PAIRS, 3n))?.signed).toBe(2);
  expect(await caseById(stack.sql, PAIRS, 4n)).toBeNull();
  expect((await casesAbout(stack.sql, PAIRS, "asset", 4n)).map(({ id }) => id)).toEqual([2n]);
});

it("links a dispute to its own case, not to one about an earlier dispute of the epoch", async () => {
  const disputes = await disputesOf(stack.sql, SETTLEMENT, { epoch: 9n });
  expect(disputes.map(({ at, outcome, caseId }) => [at, outcome, caseId])).toEqual([
    [300, null, null],
    [100, "valid", 1n],
  ]);
  await stack.sql`insert into indexer.court_case (id, subject, subject_id, accused, settlement, opened_at)
    values (4, 'epoch', 9, ${EVE}, ${SETTLEMENT}, 350)`;
  const again = await disputesOf(stack.sql, SETTLEMENT, { epoch: 9n });
  expect(again.map(({ caseId }) => caseId)).toEqual([4n, 1n]);
  expect(await disputesOf(stack.sql, SETTLEMENT, { open: true })).toHaveLength(1);
  expect(await disputesOf(stack.sql, NOBODY)).toEqual([]);
});

it("tells a root that was proven malformed from one that a verdict rejected", async () => {
  const { sql } = stack;
  const reject = (id: string, epoch: number) => sql`
    insert into indexer.rejection (id, at, block, log_index, tx, settlement, epoch, by)
    values (${id}, 400, 1, 0, ${`0x${id}`}, ${SETTLEMENT}, ${epoch}, ${ANN})`;
  await reject("71", 71);
  await reject("72", 72);
  await sql`insert into indexer.dispute (id, at, block, log_index, tx, settlement, epoch, by, reason, outcome, closed_at, closed_tx)
    values ('72', 350, 1, 0, '0x', ${SETTLEMENT}, 72, ${ANN}, '', 'rejected', 400, '0x72')`;
  const against = (epoch: bigint, settlement = SETTLEMENT) => proofAgainst(sql, settlement, epoch);
  expect(await against(71n)).toEqual({ at: 400, by: ANN, tx: "0x71" });
  expect([await against(72n), await against(9n), await against(71n, NOBODY)]).toEqual([null, null, null]);
});

it("says of an open case that a proof has rejected its epoch meanwhile, and of no other", async () => {
  const { sql } = stack;
  const overtaken = async () => (await listCases(sql, PAIRS)).filter((one) => one.overtaken).map(({ id }) => id);
  expect(await overtaken()).toEqual([]);
  await sql`update indexer.dispute set outcome = 'rejected' where id = '2'`; // the later of epoch 9's two: case 4's
  expect(await overtaken()).toEqual([4n]);
  await sql`update indexer.court_case set guilty = true where id = 4`;
  expect(await overtaken()).toEqual([]);
  await sql`update indexer.court_case set guilty = null where id = 4`;
  await sql`update indexer.dispute set outcome = null where id = '2'`;
});

it("says what a case can be brought about, and why not", async () => {
  const about = async (subject: "epoch" | "asset" | "contribution", id: bigint, now = 100) => {
    const found = await accusable(stack.sql, subject, id, now);
    return found && [found.disputed, found.items, found.refusal];
  };
  expect(await about("asset", 4n)).toEqual([false, 0, null]);
  expect(await about("contribution", 7n)).toEqual([false, 3, null]);
  expect((await about("contribution", 8n))?.[2]).toContain("only an accepted contribution");
  expect(await about("epoch", 9n)).toEqual([true, 0, null]);
  expect(await about("epoch", 10n)).toEqual([false, 0, null]);
  expect((await about("epoch", 10n, 500))?.[2]).toContain("Its window closed");
  expect(await about("epoch", 11n)).toBeNull();
});

it("says who would be the accused, as the contract fixes it", async () => {
  const accused = async (subject: "epoch" | "asset" | "contribution", id: bigint) => {
    const found = await accusable(stack.sql, subject, id, 100);
    return found?.accused;
  };
  const { sql } = stack;
  const [[epoch], [asset], [contribution]] = await Promise.all([
    sql`select poster from indexer.epoch where id = 9`,
    sql`select owner from indexer.asset where id = 4`,
    sql`select contributor from indexer.contribution where id = 7`,
  ]);
  expect(await accused("epoch", 9n)).toBe(epoch!.poster);
  expect(await accused("asset", 4n)).toBe(asset!.owner);
  expect(await accused("contribution", 7n)).toBe(contribution!.contributor);
});

it("keeps a validator's record", async () => {
  const { sql } = stack;
  await sql`insert into indexer.review (contribution, validator, accept, score, reason_hash, at) values
    (7, 3, true, 9000, '0x', 1), (8, 3, true, 9000, '0x', 1)`;
  await sql`update indexer.contribution set status = 'rejected' where id = 8`;
  const [validator] = await listValidators(sql);
  expect(validator).toMatchObject({ id: 3n, reviews: 2, accepted: 2, agreed: 1, verdicts: 1, slashes: 0, slashed: 0n });
});

it("offers the epochs that a case can still be about, the newest first", async () => {
  expect(await openEpochs(stack.sql, 499)).toEqual([
    { id: 10n, disputed: false },
    { id: 9n, disputed: true },
  ]);
  expect(await openEpochs(stack.sql, 500)).toEqual([{ id: 9n, disputed: true }]);
});

it("shows the cases of our two settlements' epochs, each with its accused, and no other contract's", async () => {
  const { sql } = stack;
  await sql`insert into indexer.dollar_epoch (id, state, attributor, ready_at) values (9, 'disputed', 4, 500)`;
  const open = (id: number, settlement: string) =>
    sql`insert into indexer.court_case (id, subject, subject_id, challenger, accused, settlement, item, evidence_hash, bond, opened_at, open_tx)
      values (${id}, 'epoch', 9, ${ANN}, ${BOB}, ${settlement}, 0, ${zeroHash}, 0, 600, '0x')`;
  await open(20, DOLLARS);
  for (let id = 21; id < 250; id++) await open(id, ANN); // a contract of the challenger's own: costs nothing
  const listed = await listCases(sql, PAIRS);
  expect(listed.map(({ id }) => id)).toEqual([20n, 4n, 3n, 1n, 2n]);
  expect([listed[0]!.accused, listed[0]!.inDollars, listed[1]!.accused, listed[1]!.inDollars]).toEqual([
    ...[BOB, true, EVE, false],
  ]);
  expect((await casesAbout(sql, PAIRS, "epoch", 9n)).map(({ id }) => id)).toEqual([4n, 1n]);
  expect(await caseById(sql, PAIRS, 21n)).toBeNull();
  expect((await listCases(sql, { settlement: SETTLEMENT })).map(({ id }) => id)).toEqual([4n, 3n, 1n, 2n]);
});

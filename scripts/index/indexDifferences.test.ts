import { parseEther } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { assetOf, registerActors } from "../seed/actors.ts";
import { convictProvider } from "../seed/cases.ts";
import { DAY, HOUR, timeOf, travelTo } from "../seed/clock.ts";
import { createDatanets } from "../seed/datanets.ts";
import { appointDelegates } from "../seed/delegates.ts";
import { registerModels } from "../seed/models.ts";
import { agendaOf, commonsMotion } from "../seed/motions.ts";
import { attend, LEGISLATION, pass } from "../seed/parliament.ts";
import { backOthers, startThaws } from "../seed/stakes.ts";
import { indexDifferences } from "./indexDifferences.ts";
import { claimAfterWindow, dispute, judge, postEpoch } from "./testing/epochs.ts";
import { startIndexWorld } from "./testing/indexWorld.ts";

const OPEN = parseEther("100");
const DOLLARS = 5_000_000n;

let world: Awaited<ReturnType<typeof startIndexWorld>>;

beforeAll(async () => {
  world = await startIndexWorld();
  const { session } = world;
  const { contracts } = session.deployment;
  const begin = (await timeOf(session)) + LEGISLATION;
  await appointDelegates(session);
  await registerActors(session);
  await travelTo(session, (await timeOf(session)) + HOUR);
  await pass(session, await commonsMotion(session));
  const datanets = await createDatanets(session);
  await backOthers(session, datanets, await registerModels(session, datanets));
  await startThaws(session, datanets);
  await convictProvider(session);
  const { formerProvider, treasury } = localAccounts();
  const convicted = await assetOf(session, formerProvider, "provider");
  await session.send(formerProvider, {
    ...{ address: contracts.registry, abi: registryAbi, functionName: "transferFrom" },
    args: [formerProvider.address, treasury.address, convicted],
  });
  const payout = { address: contracts.registry, abi: registryAbi, functionName: "setPayout" };
  await session.send(localAccounts().provider, { ...payout, args: [treasury.address] });

  await claimAfterWindow(session, contracts.settlement, await postEpoch(session, contracts.settlement, OPEN));
  const dollars = contracts.dollarSettlement!;
  await claimAfterWindow(session, dollars, await postEpoch(session, dollars, DOLLARS));
  const doubted = await postEpoch(session, contracts.settlement, OPEN);
  await dispute(session, doubted.epoch);
  await judge(session, doubted.epoch, false);
  await dispute(session, doubted.epoch);
  await judge(session, doubted.epoch, true);

  const agenda = agendaOf(begin);
  for (let day = 1; day <= 15; day++) {
    await travelTo(session, begin + day * DAY);
    await attend(session, agenda);
  }
  await world.index();
});

afterAll(() => world?.stop());

const compare = () => {
  const { session, rpcUrl } = world;
  return indexDifferences(session.sql, session.deployment, rpcUrl);
};
const agreed = () => expect.poll(async () => (await compare()).differences).toEqual([]);
const rowsOf = async (table: string) => {
  const [row] = await world.session.sql<{ count: number }[]>`
    select count(*)::int as count from ${world.session.sql(`indexer.${table}`)}`;
  return row!.count;
};

test("a fresh index says what the contracts say, and no subject is empty", async () => {
  await agreed();
  expect((await compare()).compared).toBeGreaterThan(150);
  const filled = [
    ...["position", "stake_event", "slash", "dispute", "rejection", "court_case", "case_vote", "payout_redirect"],
    ...["proposal", "ballot", "delegation", "vote_power", "parameter", "parameter_change", "role", "timelock_call"],
    ...["settlement_change", "holding", "dollar_epoch", "dollar_claim", "dollar_funding", "epoch", "claim", "funding"],
  ];
  for (const table of filled) expect([table, await rowsOf(table)]).not.toEqual([table, 0]);
});

test("a dispute that failed and one that succeeded keep their outcomes apart", async () => {
  const rows = await world.session.sql`select outcome, rejected_by from indexer.dispute order by block, log_index`;
  const doubter = localAccounts().payers[3]!.address.toLowerCase();
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { outcome: "valid", rejectedBy: null },
    { outcome: "rejected", rejectedBy: doubter },
  ]);
});

test("a parameter's history has what it was before", async () => {
  const rows = await world.session.sql`
    select contract, old, value from indexer.parameter_change where name = 'minBond' order by block, log_index`;
  const [first, raised] = [parseEther("5000"), parseEther("10000")];
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { contract: "settlement", old: null, value: first },
    { contract: "dollarSettlement", old: null, value: first },
    { contract: "settlement", old: first, value: raised },
    { contract: "dollarSettlement", old: first, value: raised },
  ]);
});

test("blocks that the chain takes back leave no trace in the index", async () => {
  const { session } = world;
  const { client, contracts, deployment } = session;
  const { delegates, backers } = localAccounts();
  const [backer, delegate] = [backers[0]!, delegates[4]!];
  const before = { events: await rowsOf("stake_event"), head: await client.getBlockNumber({ cacheTime: 0 }) };
  const target = 2n ** 160n + 2n;
  await session.send(backer, {
    ...{ address: contracts.open, abi: openAbi, functionName: "approve" },
    args: [contracts.staking, OPEN],
  });
  const staking = { address: contracts.staking, abi: stakingAbi };
  await session.send(backer, { ...staking, functionName: "stake", args: [target, OPEN] });
  await session.send(backer, { ...staking, functionName: "unstake", args: [target, OPEN / 2n] });
  await session.send(backer, { ...staking, functionName: "delegate", args: [delegate.address] });
  await claimAfterWindow(session, contracts.settlement, await postEpoch(session, contracts.settlement, OPEN));
  await expect.poll(() => rowsOf("stake_event")).toBe(before.events + 2);
  await agreed();

  const depth = Number((await client.getBlockNumber({ cacheTime: 0 })) - before.head);
  await client.request({ method: "anvil_reorg", params: [depth, []] } as never);
  await client.mine({ blocks: 1 });
  await expect.poll(() => rowsOf("stake_event")).toBe(before.events);
  await agreed();
  expect(deployment.contracts.staking).toBe(contracts.staking);

  await session.send(backer, {
    ...{ address: contracts.open, abi: openAbi, functionName: "approve" },
    args: [contracts.staking, OPEN],
  });
  await session.send(backer, { ...staking, functionName: "stake", args: [target, OPEN] });
  await expect.poll(() => rowsOf("stake_event")).toBe(before.events + 1);
  await agreed();
});

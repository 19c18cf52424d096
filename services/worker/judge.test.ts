import { rmSync } from "node:fs";
import path from "node:path";
import { type Hex, keccak256, parseEther, zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { arbiterAbi } from "../../lib/abi/arbiter.ts";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { caseVotesOf } from "../../lib/db/gateway/caseVotes.ts";
import { evidenceCid } from "../../lib/db/gateway/evidence.ts";
import { leavesOfEpoch } from "../../lib/db/settlementFiles.ts";
import { addressPayee, buildSumTree, targetPayee } from "../../lib/ledger/index.ts";
import { judge } from "./judge.ts";
import { settle } from "./settle.ts";
import { badLeaves } from "./testing/badLeaves.ts";
import { honestAnswers } from "./testing/honestAnswers.ts";
import { keyed } from "./testing/keyed.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { rogueAttributor } from "./testing/rogueAttributor.ts";
import { settlementWorld } from "./testing/settlementWorld.ts";
import { settling } from "./testing/settling.ts";
import { watch } from "./watch.ts";

const STAKE = parseEther("20000");
const BOND = parseEther("1000");
const [PENDING, DISPUTED, REJECTED] = [1, 2, 3];

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let answer: Awaited<ReturnType<typeof honestAnswers>>;
let rogue: Awaited<ReturnType<typeof rogueAttributor>>;
let payer: Awaited<ReturnType<typeof world.addPayer>>;
let settleAll: ReturnType<typeof settling>["settleAll"];
const validators = localAccounts().validators.slice(0, 3).map(keyed);

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack, { hasJudge: false });
  answer = await honestAnswers(stack, world); // with the first validator
  for (const validator of validators.slice(1)) await addValidator(validator);
  const none = await world.chain.readContract({ ...registry(), functionName: "count" });
  for (let id = 1n; id <= none; id++) {
    const owner = await world.chain.readContract({ ...registry(), functionName: "ownerOf", args: [id] });
    if (!validators.some(({ address }) => address === owner)) continue;
    await stack.sql`insert into indexer.asset (id, kind, owner) values (${String(id)}, ${assetKind.validator}, ${owner.toLowerCase()})`;
  }
  rogue = await rogueAttributor(world);
  payer = await world.addPayer(0, BOND, BOND);
  await world.give(world.attributor.address, parseEther("50000"));
  ({ settleAll } = settling(stack, world, [payer]));
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const at = () => world.context.deployment.contracts;
const registry = () => ({ address: at().registry, abi: registryAbi }) as const;
const arbiter = () => ({ address: at().arbiter, abi: arbiterAbi }) as const;

async function addValidator(account: (typeof validators)[number]) {
  await world.give(account.address, STAKE);
  const none = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  const entry = [assetKind.validator, none, keccak256("0x"), [], "ipfs://"];
  await world.send(account, at().registry, registryAbi, "register", entry);
  const id = await world.chain.readContract({ ...registry(), functionName: "count" });
  await world.send(account, at().open, openAbi, "approve", [at().staking, STAKE]);
  await world.send(account, at().staking, stakingAbi, "stake", [BigInt(targetPayee(id)), STAKE]);
}

/** Each step by a worker that knows nothing but chain and database. @param of validators whose keys it holds */
async function judgeAll(of = validators): Promise<string[]> {
  const lines: string[] = [];
  const context = { ...world.context, validatorKeys: of.map(({ key }) => key) };
  for (let steps = 0; await judge(context, (line) => lines.push(line))(); steps++) {
    if (steps > 5) throw new Error(`does not come to rest: ${lines.join("\n")}`);
  }
  return lines;
}
async function watchAll(): Promise<void> {
  while (await watch(world.context, () => {})());
}

const stateOf = async (epoch: number) => {
  const call = {
    address: at().settlement,
    abi: settlementAbi,
    functionName: "epochOf",
    args: [BigInt(epoch)],
  } as const;
  return (await world.chain.readContract(call)).state;
};
const balanceOf = (address: Hex) =>
  world.chain.readContract({ address: at().open, abi: openAbi, functionName: "balanceOf", args: [address] });
const claimedBy = (payee: Hex) =>
  world.chain.readContract({ address: at().settlement, abi: settlementAbi, functionName: "claimed", args: [payee] });
const newestCase = async () => {
  const caseId = await world.chain.readContract({ ...arbiter(), functionName: "count" });
  return { caseId, ...(await world.chain.readContract({ ...arbiter(), functionName: "caseOf", args: [caseId] })) };
};
const rogueStake = async () => {
  const count = await world.chain.readContract({ ...registry(), functionName: "count" });
  const args = [BigInt(targetPayee(count))] as const;
  return world.chain.readContract({ address: at().staking, abi: stakingAbi, functionName: "bondedOf", args });
};

/** A day's answers, drawn and sealed, and not posted yet; every earlier epoch is closed. */
async function sealedDay(): Promise<void> {
  await world.nextDay();
  await settleAll();
  await world.nextDay();
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
  expect(await world.read("settled")).toBe(await world.read("funded"));
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
}
const misdirect = () => badLeaves(addressPayee(world.context.deployment.treasury)).misdirect;

it("rules a wrong epoch guilty once two thirds have signed, slashes, and the next epoch pays everybody", async () => {
  await sealedDay();
  const { epoch } = await rogue.post(misdirect());
  await watchAll();
  expect(await stateOf(epoch)).toBe(DISPUTED);
  const [stake, disputer] = [await rogueStake(), await balanceOf(world.attributor.address)];

  const first = (await judgeAll(validators.slice(0, 1))).join("\n");
  expect(first).toMatch(`epoch ${epoch}: opened the case of its dispute: epoch ${epoch}, leaves file, payee 0x`);
  expect(first).toContain("1 validators signed guilty, 50 % of the stake");
  expect(await stateOf(epoch)).toBe(DISPUTED);
  const { caseId: id, ...opened } = await newestCase();
  expect([opened.closed, opened.challenger, opened.accused]).toEqual([
    ...[false, world.attributor.address, rogue.account.address],
  ]);
  const [event] = await world.chain.getContractEvents({
    ...arbiter(),
    eventName: "Opened",
    fromBlock: 0n,
    args: { caseId: id },
  });
  const cid = (await evidenceCid(stack.sql, event!.args.evidenceHash!))!;
  const evidence = await world.context.store.get(cid);
  expect(keccak256(evidence)).toBe(event!.args.evidenceHash);
  expect(JSON.parse(new TextDecoder().decode(evidence))).toMatchObject({
    epoch,
    finding: expect.stringContaining("amount is"),
  });

  expect(await judgeAll(validators.slice(1))).toEqual([
    expect.stringContaining(`case ${id}: 2 validators signed guilty`),
    `case ${id}: ruled guilty, 50 % of the stake`,
  ]);
  const votes = await caseVotesOf(stack.sql, id);
  expect(votes.map(({ guilty, slashBps }) => [guilty, slashBps])).toEqual(Array(3).fill([true, 5_000]));
  expect(new Set(votes.map(({ recomputedRoot }) => recomputedRoot)).size).toBe(1);
  expect(await rogueStake()).toBe(stake / 2n);
  expect((await balanceOf(world.attributor.address)) - disputer).toBe(BOND + stake / 4n);
  await expectNextPaysAll(epoch);
  // The root that the validators had recomputed is that of the honest epoch.
  const leaves = {
    address: at().settlement,
    abi: settlementAbi,
    functionName: "epochOf",
    args: [BigInt(epoch + 1)],
  } as const;
  expect((await world.chain.readContract(leaves)).root).toBe(votes[0]!.recomputedRoot);
});

it("survives a rogue who posts a malformed root, then wrong shares: each is rejected, everybody is paid, old proofs still claim", async () => {
  await sealedDay();
  await settleAll();
  const first = Number(await world.read("last"));
  const leaves = await leavesOfEpoch(stack.sql, first);
  const treasury = addressPayee(world.context.deployment.treasury);
  const index = leaves.findIndex(({ payee }) => payee === treasury);
  const old = {
    epoch: BigInt(first),
    index: BigInt(index),
    ...leaves[index]!,
    proof: buildSumTree(leaves).proofOf(index),
  };

  await sealedDay();
  const malformed = await rogue.post(badLeaves(treasury).decrease);
  await watchAll();
  expect(await stateOf(malformed.epoch)).toBe(REJECTED); // by proof, in the first look
  expect(await judgeAll()).toEqual([]);
  await settleAll();
  expect(await world.read("settled")).toBe(await world.read("funded"));

  await sealedDay();
  const wrong = await rogue.post(badLeaves(treasury).misdirect);
  const stake = await rogueStake();
  await watchAll();
  await judgeAll();
  expect([await stateOf(wrong.epoch), await rogueStake()]).toEqual([REJECTED, stake / 2n]);

  await settleAll();
  expect(Number(await world.read("last"))).toBeGreaterThanOrEqual(first + 4);
  await world.nextDay();
  const before = await claimedBy(treasury);
  expect(before).toBeLessThan(old.amount);
  await world.send(world.attributor, at().settlement, settlementAbi, "claim", [old]);
  expect(await claimedBy(treasury)).toBe(old.amount);
  expect(await world.claimAll()).toBe(0n);
});

it("opens the case of a sham dispute and lets the epoch stand", async () => {
  await sealedDay();
  await settleAll();
  const epoch = Number(await world.read("last"));
  await watchAll();
  const attributor = await balanceOf(world.attributor.address);
  await world.dispute();
  const lines = await judgeAll();
  expect(lines.at(-1)).toMatch(/ruled not guilty$/);
  expect(await stateOf(epoch)).toBe(PENDING);
  expect((await balanceOf(world.attributor.address)) - attributor).toBe(BOND / 2n);
  expect(await judgeAll()).toEqual([]);
  await world.nextDay();
  expect(await world.claimAll()).toBe(0n);
});

it("abstains where a validator brought the case, and the others rule", async () => {
  await sealedDay();
  const { epoch } = await rogue.post(misdirect());
  const challenger = validators[0]!;
  await world.give(challenger.address, BOND);
  await world.send(challenger, at().open, openAbi, "approve", [at().settlement, BOND]);
  await world.send(challenger, at().settlement, settlementAbi, "dispute", [BigInt(epoch), "wrong"]);
  const lines = (await judgeAll()).join("\n");
  expect(lines).toMatch(/validator \d+ abstains: validator: its owner brought the case/);
  expect(lines).toContain("2 validators signed guilty");
  await expectNextPaysAll(epoch);
});

it("waits a day for files that nobody has, then rejects with a small slash", async () => {
  await sealedDay();
  const { epoch, cid } = await rogue.post((leaves) => leaves);
  rmSync(path.join(stack.directory, "store", cid.slice(-2), cid));
  await world.chain.increaseTime({ seconds: 20 * 3600 + 60 });
  await world.chain.mine({ blocks: 1 });
  await watchAll();
  const stake = await rogueStake();
  expect(await judgeAll()).toEqual([expect.stringContaining("opened the case")]);
  expect(await stateOf(epoch)).toBe(DISPUTED);
  await world.nextDay();
  const lines = (await judgeAll()).join("\n");
  expect(lines).toContain("3 validators signed guilty, 5 % of the stake");
  const { caseId: id } = await newestCase();
  expect((await caseVotesOf(stack.sql, id)).map(({ recomputedRoot }) => recomputedRoot)).toEqual(
    Array(3).fill(zeroHash),
  );
  expect(await rogueStake()).toBe(stake - (stake * 500n) / 10_000n);
  await expectNextPaysAll(epoch);
});

import { type Hex, parseEther, zeroAddress, zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { walletClient } from "../../../lib/chain/clients.ts";
import type { CaseVote } from "../../../lib/db/gateway/caseVotes.ts";
import { verdictTypedData } from "../../../lib/ledger/index.ts";
import type { Keyed } from "../testing/keyed.ts";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";
import { validatorWorld } from "../testing/validatorWorld.ts";
import { MinedRevert } from "../transact.ts";
import { ruleCase } from "./ruleCase.ts";

const CONTRACT = "0x00000000000000000000000000000000000a0001";
const verdict = { guilty: true, recomputedRoot: zeroHash, slashBps: 0 };

let stack: LocalStack;
let world: Awaited<ReturnType<typeof validatorWorld>>;
/** Validators with a sixth, a third, a third and a sixth of the stake; the last is a contract's, which lies to simulations. */
let owners: Keyed[];
let ids: bigint[];
let accused: bigint;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await validatorWorld(stack);
  owners = world.people.slice(0, 4);
  ids = [];
  for (const [i, owner] of owners.entries()) {
    ids.push(await world.register(owner, "validator"));
    await world.stake(owner, ids.at(-1)!, parseEther(i === 1 || i === 2 ? "2000" : "1000"));
  }
  accused = await world.register(world.people[4]!, "datanet");
  await world.give(owners[3]!, ids[3]!, CONTRACT);
  await world.makeLiar(CONTRACT);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const at = () => ({ address: world.deployment.contracts.arbiter, abi: arbiterAbi }) as const;
const isClosed = async (caseId: bigint) =>
  (await world.chain.readContract({ ...at(), functionName: "caseOf", args: [caseId] })).closed;

/** @param places of the validators that sign */
async function votes(caseId: bigint, places: number[], of = verdict): Promise<CaseVote[]> {
  const typed = verdictTypedData(
    { chainId: world.deployment.chainId, arbiter: at().address },
    { settlement: zeroAddress, caseId, ...of },
  );
  const signatures = await Promise.all(
    owners.map((owner, i) => (i === 3 ? ("0x01" as Hex) : owner.signTypedData(typed))),
  );
  return places.map((i) => ({ caseId, validator: ids[i]!, ...of, signature: signatures[i]! }));
}
const rule = (caseId: bigint, cast: CaseVote[]) =>
  ruleCase(walletClient(owners[1]!.key), world.deployment, caseId, cast);

it("says that a verdict reverted when it was mined, where it has not enough without the liar", async () => {
  const caseId = await world.accuse(owners[3]!, accused);
  expect(await rule(caseId, await votes(caseId, [0, 1]))).toBeNull();
  await expect(rule(caseId, await votes(caseId, [0, 1, 3]))).rejects.toThrow(MinedRevert);
  expect(await isClosed(caseId)).toBe(false);
});

it("rules without the liar and without who changed hands, whatever became of another verdict", async () => {
  const caseId = await world.accuse(owners[3]!, accused);
  const none = { ...verdict, guilty: false };
  const all = [...(await votes(caseId, [0, 1, 3], none)), ...(await votes(caseId, [0, 1, 2, 3]))];
  await world.give(owners[0]!, ids[0]!, owners[3]!.address);
  expect(await rule(caseId, all)).toMatchObject({ judgement: verdict });
  expect(await isClosed(caseId)).toBe(true);
});

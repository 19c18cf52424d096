import { encodeFunctionData, keccak256, parseEther, toHex, zeroAddress } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deployed } from "../../services/worker/testing/deployed.ts";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { openAbi } from "../abi/open.ts";
import { registryAbi } from "../abi/registry.ts";
import { settlementAbi } from "../abi/settlement.ts";
import { stakingAbi } from "../abi/staking.ts";
import { assetKind } from "../chain/assetKind.ts";
import { localAccounts } from "../chain/localAccounts.ts";
import { codeOf } from "../errors/codeOf.ts";
import { proposalState } from "../governance/proposalState.ts";
import { targetPayee } from "../ledger/index.ts";
import type { Flow, Tools } from "../tx/flow.ts";
import { isDone } from "../tx/flow.ts";
import type { Network } from "../tx/network.ts";
import type { Call } from "../tx/port.ts";
import { beginFlow, runFlow } from "../tx/runFlow.ts";
import { cancelProposalFlow } from "./cancelProposal.ts";
import { castVoteFlow } from "./castVote.ts";
import { chainPort, mineAt } from "./chainPort.fixture.ts";
import { delegateFlow, delegateOf } from "./delegate.ts";
import { executeProposalFlow } from "./executeProposal.ts";
import { governorCall, type Proposed, stateOf, votesOf } from "./governor.ts";
import { proposeFlow } from "./propose.ts";
import { queueProposalFlow } from "./queueProposal.ts";
import { readDelegation } from "./readDelegation.ts";
import { readVoter } from "./readVoter.ts";
import { ballotOf, signVoteFlow } from "./signVote.ts";
import { submitBallotFlow } from "./submitBallot.ts";

// Every flow of governance on the real contracts, and the state function beside the governor's own.

const DAY = 86_400;
// All among the ten accounts that a plain chain gives ETH for gas.
const { holder, treasury, attributor: whale, provider: other } = localAccounts();
const stranger = treasury;

let stack: LocalStack;
let network: Network;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  const { rpcUrl } = stack;
  const deployment = await deployed(stack);
  network = { deployment, rpcUrl, local: true };
  const give = async (to: `0x${string}`, amount: bigint) => {
    const port = toolsOf(holder).port;
    const call = { address: deployment.contracts.open, abi: openAbi, functionName: "transfer", args: [to, amount] };
    await port.outcome(await port.send(call));
  };
  await give(whale.address, parseEther("50000000"));
  await give(other.address, parseEther("1000"));
});
afterAll(() => stack?.stop());

const toolsOf = (account: typeof holder): Tools => ({ network, port: chainPort(stack.rpcUrl, account) });

async function run<R, F>(flow: Flow<R, F>, request: R, account: typeof holder): Promise<F> {
  const tools = toolsOf(account);
  const begun = await beginFlow(flow, request, tools);
  const end = await runFlow(flow, begun, { tools, onChange: () => {}, indexed: async () => true });
  if (!isDone(end)) throw new Error(end.steps.find(({ error }) => error)?.error?.code ?? "not done");
  for (const { id } of end.steps) {
    const { recover } = flow;
    const again = recover ? await recover(id, request, begun.facts, tools) : null;
    if (recover && !["sign", "relay"].includes(id) && !id.startsWith("count-")) expect(again, id).not.toBeNull();
  }
  return end.facts;
}

/** Why a flow does not even begin. */
const refusal = async <R, F>(flow: Flow<R, F>, request: R, account: typeof holder) =>
  beginFlow(flow, request, toolsOf(account)).then(
    () => "none",
    (error: unknown) => codeOf(error),
  );

const window = (seconds: number) => ({
  calls: [
    {
      target: network.deployment.contracts.settlement,
      data: encodeFunctionData({ abi: settlementAbi, functionName: "setWindow", args: [seconds] }),
    },
  ],
  description: `# A window of ${seconds} s\n\nBecause.`,
});

const proposed = (request: ReturnType<typeof window>, facts: { id: bigint; description: string }): Proposed => ({
  id: facts.id,
  targets: request.calls.map(({ target }) => target),
  amounts: [0n],
  calldatas: request.calls.map(({ data }) => data),
  description: facts.description,
});

/** The facts of our own state function, as the chain has them. */
async function factsOf(id: bigint, ended: { executedAt?: number; canceledAt?: number } = {}) {
  const tools = toolsOf(stranger);
  const read = <T>(name: string, args: unknown[]) => tools.port.read<T>(governorCall(tools, name, args));
  const voteStart = await read<bigint>("proposalSnapshot", [id]);
  const [voteEnd, eta, [againstVotes, forVotes, abstainVotes]] = await Promise.all([
    read<bigint>("proposalDeadline", [id]),
    read<bigint>("proposalEta", [id]),
    read<[bigint, bigint, bigint]>("proposalVotes", [id]),
  ]);
  const quorum = await read<bigint>("quorum", [voteStart]).catch(() => 0n);
  return {
    voteStart: Number(voteStart),
    voteEnd: Number(voteEnd),
    eta: eta === 0n ? null : Number(eta),
    executedAt: ended.executedAt ?? null,
    canceledAt: ended.canceledAt ?? null,
    forVotes,
    againstVotes,
    abstainVotes,
    quorum,
  };
}

/** Makes a block at `time` and holds our state beside the governor's. */
async function expectSame(id: bigint, time: number, ended = {}) {
  await mineAt(stack.rpcUrl, time);
  const facts = await factsOf(id, ended);
  const chain = await stateOf(toolsOf(stranger), id);
  expect(proposalState(facts, time), `at ${time}`).toBe(chain);
  return chain;
}

const now = () => toolsOf(stranger).port.pendingTime();

it("delegates what is held, and says who may not propose", async () => {
  expect(await refusal(proposeFlow, window(2 * DAY), whale)).toBe("proposerShort");
  await run(delegateFlow, { kind: "held", to: whale.address, targets: [] }, whale);
  await mineAt(stack.rpcUrl, (await now()) + 5); // votes count from the next second on
  expect(await votesOf(toolsOf(whale), whale.address)).toBe(parseEther("50000000"));
  expect(await delegateOf(toolsOf(whale), "staked")).toBe(zeroAddress);
  expect(await refusal(proposeFlow, window(2 * DAY), other)).toBe("proposerShort");
});

it("delegates what is staked, and counts a stake from before", async () => {
  const { registry, staking, open } = network.deployment.contracts;
  const { port } = toolsOf(other);
  const send = async (call: Call) => port.outcome(await port.send(call));
  const split = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  const args = [assetKind.provider, split, keccak256(toHex("p")), [], "ipfs://p"];
  await send({ address: registry, abi: registryAbi, functionName: "register", args });
  const [event] = await port.events({
    address: registry,
    abi: registryAbi,
    eventName: "Registered",
    args: { owner: other.address },
    fromBlock: 0n,
  });
  const target = BigInt(targetPayee(event!.args.id as bigint));
  const amount = parseEther("400");
  await send({ address: open, abi: openAbi, functionName: "approve", args: [staking, amount] });
  await send({ address: staking, abi: stakingAbi, functionName: "stake", args: [target, amount] });
  await run(delegateFlow, { kind: "staked", to: whale.address, targets: [] }, other);
  const before = await readDelegation(toolsOf(other));
  expect(before).toMatchObject({ staked: { to: whale.address, delegateHas: 0n }, held: { to: null }, votes: 0n });
  await run(delegateFlow, { kind: "staked", to: whale.address, targets: [target] }, other);
  expect((await readDelegation(toolsOf(other))).staked.delegateHas).toBe(amount);
  expect(await votesOf(toolsOf(other), whale.address)).toBe(parseEther("50000400"));
});

it("proposes, votes, queues and executes: the parameter changes; at each second the state is the governor's", async () => {
  const request = window(2 * DAY);
  const facts = await run(proposeFlow, request, whale);
  const proposal = proposed(request, facts);
  const { id } = proposal;
  expect(await refusal(proposeFlow, request, whale)).toBe("proposedBefore");
  const begin = (await factsOf(id)).voteStart;
  const seen = [await expectSame(id, begin - 1), await expectSame(id, begin), await expectSame(id, begin + 1)];

  const ballot = { proposal: id, support: 1, reason: "Longer is safer." } as const;
  expect(await refusal(castVoteFlow, ballot, stranger)).toBe("noVotes");
  expect(await refusal(signVoteFlow, { ...ballot, relay: false }, other)).toBe("noVotes");
  expect((await run(castVoteFlow, ballot, whale)).weight).toBe(parseEther("50000400"));
  expect(await refusal(castVoteFlow, ballot, whale)).toBe("alreadyVoted");
  expect(await readVoter(toolsOf(whale), id)).toMatchObject({ state: "active", voted: true, voteStart: begin });
  const { vote } = await readVoter(toolsOf(whale), id);
  expect(vote).toMatchObject({ support: 1, weight: parseEther("50000400") });
  expect(vote?.tx).toMatch(/^0x[0-9a-f]{64}$/);
  expect(await readVoter(toolsOf(other), id)).toMatchObject({ voted: false, vote: null, weight: 0n });

  const end = (await factsOf(id)).voteEnd;
  seen.push(await expectSame(id, end), await expectSame(id, end + 1));
  await run(queueProposalFlow, proposal, stranger);
  const { eta } = await factsOf(id);
  expect(await refusal(executeProposalFlow, proposal, stranger)).toBe("stillLocked");
  seen.push(await expectSame(id, eta!));
  await run(executeProposalFlow, proposal, stranger);
  seen.push(await expectSame(id, eta! + 60, { executedAt: eta! + 1 }));
  expect(seen).toEqual(["pending", "pending", "active", "active", "succeeded", "queued", "executed"]);
  const { settlement } = network.deployment.contracts;
  const read = { address: settlement, abi: settlementAbi, functionName: "window", args: [] };
  expect(await toolsOf(stranger).port.read<number>(read)).toBe(2 * DAY);
});

it("is taken back by its proposer alone, and only before voting", async () => {
  const request = window(3 * DAY);
  const proposal = proposed(request, await run(proposeFlow, request, whale));
  await expect(run(cancelProposalFlow, proposal, stranger)).rejects.toThrow("proposalMoved");
  await run(cancelProposalFlow, proposal, whale);
  expect(await expectSame(proposal.id, (await now()) + 5, { canceledAt: 1 })).toBe("canceled");
});

it("is the proposer's: nobody else can propose that description", async () => {
  const request = window(4 * DAY);
  const facts = await run(proposeFlow, request, whale);
  expect(facts.description).toContain(`#proposer=${whale.address}`);
  const tools = toolsOf(stranger);
  const { targets, amounts, calldatas } = proposed(request, facts);
  const call = governorCall(tools, "propose", [targets, amounts, calldatas, `stolen ${facts.description}`]);
  const refused = await tools.port.send(call).catch((error: unknown) => error);
  expect(codeOf(refused)).toBe("proposerShort");
  expect(String((refused as { cause?: unknown }).cause ?? refused)).toContain("GovernorRestrictedProposer");
});

it("votes by signature: anybody submits, once; an altered ballot is refused; without a quorum it fails", async () => {
  const request = window(5 * DAY);
  await run(delegateFlow, { kind: "held", to: other.address, targets: [] }, other);
  const proposal = proposed(request, await run(proposeFlow, request, whale));
  const { voteStart, voteEnd } = await factsOf(proposal.id);
  await mineAt(stack.rpcUrl, voteStart + 1);
  const vote = { proposal: proposal.id, support: 0, reason: "Too long.", relay: false } as const;
  const ballot = ballotOf(vote, await run(signVoteFlow, vote, other), other.address)!;
  await expect(run(submitBallotFlow, { ...ballot, support: 1 }, stranger)).rejects.toThrow("badBallot");
  expect((await run(submitBallotFlow, ballot, stranger)).weight).toBe(parseEther("600"));
  expect(await refusal(submitBallotFlow, ballot, stranger)).toBe("alreadyVoted");
  const [against, inFavour] = await toolsOf(stranger).port.read<bigint[]>(
    governorCall(toolsOf(stranger), "proposalVotes", [proposal.id]),
  );
  expect([against, inFavour]).toEqual([parseEther("600"), 0n]);
  expect(await expectSame(proposal.id, voteEnd + 1)).toBe("defeated");
  await expect(run(queueProposalFlow, proposal, stranger)).rejects.toThrow("proposalMoved");
});

it("a value outside the contract's bounds has its own sentence", async () => {
  const request = window(8 * DAY);
  const proposal = proposed(request, await run(proposeFlow, request, whale));
  const { voteStart, voteEnd } = await factsOf(proposal.id);
  await mineAt(stack.rpcUrl, voteStart + 1);
  await run(castVoteFlow, { proposal: proposal.id, support: 1, reason: "" }, whale);
  await mineAt(stack.rpcUrl, voteEnd + 1);
  await run(queueProposalFlow, proposal, stranger);
  await mineAt(stack.rpcUrl, (await factsOf(proposal.id)).eta! + 1);
  await expect(run(executeProposalFlow, proposal, stranger)).rejects.toThrow("outOfBounds");
});

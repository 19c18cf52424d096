import { encodeFunctionData, parseEther } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deployed } from "../../../services/worker/testing/deployed.ts";
import { type Keyed, keyed } from "../../../services/worker/testing/keyed.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { transact } from "../../../services/worker/transact.ts";
import { openAbi } from "../../abi/open.ts";
import { openGovernorAbi } from "../../abi/opengovernor.ts";
import { settlementAbi } from "../../abi/settlement.ts";
import { chainTime, publicClient, walletClient } from "../../chain/clients.ts";
import type { Deployment } from "../../chain/deployment.ts";
import { localAccounts } from "../../chain/localAccounts.ts";
import { mineAt } from "../../flows/chainPort.fixture.ts";
import { ballotTypedData } from "../../governance/ballot.ts";
import { proposalId } from "../../governance/proposalId.ts";
import type { Support } from "../../governance/support.ts";
import type { Gateway } from "../Gateway.ts";
import { respond } from "../http/respond.ts";
import { postBallot } from "./postBallot.ts";

const local = localAccounts();
const [holder, voter, nobody, faucet] = [local.holder, local.provider, local.payers[0]!, local.deployer].map(keyed);

let stack: LocalStack;
let deployment: Deployment;
let proposal: bigint;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  vi.stubEnv("FAUCET_KEY", faucet!.key);
  deployment = await deployed(stack);
  const { open, settlement } = deployment.contracts;
  const send = (from: Keyed, functionName: string, args: unknown[]) =>
    transact(walletClient(from.key), { address: open, abi: openAbi, functionName, args });
  await send(holder!, "transfer", [voter!.address, parseEther("1000")]);
  for (const one of [holder!, voter!]) await send(one, "delegate", [one.address]);
  await mineAt(stack.rpcUrl, (await chainTime()) + 5);
  const calldata = encodeFunctionData({ abi: settlementAbi, functionName: "setWindow", args: [172_800] });
  const content = {
    targets: [settlement],
    amounts: [0n],
    calldatas: [calldata],
    description: "# A window of two days",
  };
  const args = [content.targets, content.amounts, content.calldatas, content.description];
  await transact(walletClient(holder!.key), { ...governor(), functionName: "propose", args });
  proposal = proposalId(content);
  const begin = await publicClient().readContract({
    ...governor(),
    functionName: "proposalSnapshot",
    args: [proposal],
  });
  await mineAt(stack.rpcUrl, Number(begin) + 1);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const governor = () => ({ address: deployment.contracts.governor, abi: openGovernorAbi }) as const;

/** @param signer who signs it in the voter's name */
async function ballot(of: Keyed, signer = of, support: Support = 1, reason = "Longer is safer.") {
  const nonce = await publicClient().readContract({ ...governor(), functionName: "nonces", args: [of.address] });
  const at = { chainId: deployment.chainId, governor: deployment.contracts.governor };
  const message = ballotTypedData(at, { proposal, support, voter: of.address, nonce, reason });
  const signature = await signer.signTypedData(message as never);
  return { proposal: String(proposal), support, reason, voter: of.address, signature };
}
async function post(body: unknown, chainId = deployment.chainId) {
  const gateway = { sql: stack.sql, deployment: { ...deployment, chainId } } as Gateway;
  const request = new Request("http://gateway/", { method: "POST", body: JSON.stringify(body) });
  const response = await respond(() => postBallot(gateway, request));
  return { status: response.status, body: await response.json() };
}
const votesFor = async () =>
  (await publicClient().readContract({ ...governor(), functionName: "proposalVotes", args: [proposal] }))[1];

it("refuses what would not count, names the field, and spends no gas on it", async () => {
  const before = await publicClient().getTransactionCount({ address: faucet!.address });
  const good = await ballot(voter!);
  const refused = [
    [await ballot(voter!, nobody!), "signature"],
    [{ ...good, reason: "Shorter is safer." }, "signature"],
    [{ ...good, support: 0 }, "signature"],
    [{ ...good, proposal: "7" }, "signature"],
    [await ballot(nobody!), "voter"],
    [{ ...good, support: 3 }, "support"],
    [{ ...good, proposal: "0x7" }, "proposal"],
    [{ ...good, voter: "0x7" }, "voter"],
    [{ ...good, reason: "x".repeat(4_001) }, "reason"],
  ] as const;
  for (const [body, param] of refused) {
    const { status, body: answer } = await post(body);
    expect([status, answer.error?.param]).toEqual([400, param]);
  }
  expect(await post(good, 1)).toMatchObject({ status: 404, body: { error: { param: "path" } } });
  expect(await publicClient().getTransactionCount({ address: faucet!.address })).toBe(before);
  expect(await votesFor()).toBe(0n);
});

it("counts a signed ballot once, at the faucet's cost, also beside another", async () => {
  const [mine, other] = [await ballot(voter!), await ballot(holder!)];
  const gas = await publicClient().getBalance({ address: voter!.address });
  const answers = await Promise.all([post(mine), post(other)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const receipt = await publicClient().getTransactionReceipt({ hash: answers[0]!.body.transaction });
  expect([receipt.status, Number(receipt.blockNumber)]).toEqual(["success", answers[0]!.body.block]);
  expect(await publicClient().getBalance({ address: voter!.address })).toBe(gas);
  expect(await votesFor()).toBe(parseEther("1000000000"));
  expect(await post(mine)).toMatchObject({ status: 400, body: { error: { param: "signature" } } });
});

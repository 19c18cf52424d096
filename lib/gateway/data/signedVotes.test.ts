import { writeFileSync } from "node:fs";
import path from "node:path";
import { createTestClient, type Hex, http, keccak256, parseEther, publicActions, toHex, walletActions } from "viem";
import { foundry } from "viem/chains";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { deploy } from "../../../scripts/chain/deploy.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { arbiterAbi } from "../../abi/arbiter.ts";
import { curationAbi } from "../../abi/curation.ts";
import { openAbi } from "../../abi/open.ts";
import { registryAbi } from "../../abi/registry.ts";
import { stakingAbi } from "../../abi/staking.ts";
import { assetKind } from "../../chain/assetKind.ts";
import type { Deployment } from "../../chain/deployment.ts";
import { localAccounts } from "../../chain/localAccounts.ts";
import { evidenceCid } from "../../db/gateway/evidence.ts";
import { migrate } from "../../db/migrate.ts";
import { reviewTypedData, targetPayee, verdictTypedData } from "../../ledger/index.ts";
import { createFileStore } from "../../storage/fileStore.ts";
import type { Gateway } from "../Gateway.ts";
import { respond } from "../http/respond.ts";
import { getCaseVotes, postCaseVote } from "./caseVotes.ts";
import { postEvidence } from "./postEvidence.ts";
import { createQuotas } from "./quotas.ts";
import { getReviewVotes, postReviewVote } from "./reviewVotes.ts";

// Registry ids in the order of registration; 1 is the commons.
const VALIDATOR = 2n;
const UNSTAKED = 3n;
const CHALLENGERS = 4n;
const DATANET = 5n;

const { deployer, holder, gateway: operator, treasury, validators } = localAccounts();
const [validator, unstaked, challenger] = validators as [typeof holder, typeof holder, typeof holder];
const ZERO = `0x${"0".repeat(64)}` as const;

let stack: LocalStack;
let gateway: Gateway;
let deployment: Deployment;
let arbiter: `0x${string}`;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  await migrate(stack.sql);
  const commons = { contentHash: keccak256("0x"), uri: "ipfs://commons" };
  const people = { deployer, holder: holder.address, gateway: operator.address, treasury: treasury.address };
  deployment = await deploy({ rpcUrl: stack.rpcUrl, chainName: "test", guardian: holder.address, commons, ...people });
  writeFileSync(path.join(stack.directory, "deployment.json"), JSON.stringify(deployment));
  const at = deployment.contracts;
  arbiter = at.arbiter;
  const chain = createTestClient({ mode: "anvil", chain: foundry, transport: http(stack.rpcUrl), pollingInterval: 20 })
    .extend(publicActions)
    .extend(walletActions);
  const send = async (account: typeof holder, call: object) => {
    const hash = await chain.writeContract({ account, gas: 1_000_000n, ...call } as never);
    expect((await chain.waitForTransactionReceipt({ hash })).status).toBe("success");
  };
  const split = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  const register = (owner: typeof holder, kind: number) =>
    send(owner, {
      ...{ address: at.registry, abi: registryAbi, functionName: "register" },
      args: [kind, split, keccak256("0x"), [], ""],
    });
  for (const owner of [validator, unstaked, challenger]) {
    await chain.setBalance({ address: owner.address, value: parseEther("10") });
    await send(holder, {
      address: at.open,
      abi: openAbi,
      functionName: "transfer",
      args: [owner.address, parseEther("5000")],
    });
    for (const spender of [at.staking, arbiter, at.curation])
      await send(owner, {
        address: at.open,
        abi: openAbi,
        functionName: "approve",
        args: [spender, parseEther("5000")],
      });
    await register(owner, assetKind.validator);
  }
  await register(challenger, assetKind.datanet);
  for (const [owner, id] of [
    [validator, VALIDATOR],
    [challenger, CHALLENGERS],
  ] as const)
    await send(owner, {
      ...{ address: at.staking, abi: stakingAbi, functionName: "stake" },
      args: [BigInt(targetPayee(id)), parseEther("1000")],
    });
  await chain.increaseTime({ seconds: 60 }); // only stake from before counts
  const policy = { minReviews: 2, direct: true };
  await send(challenger, {
    address: at.curation,
    abi: curationAbi,
    functionName: "setPolicy",
    args: [DATANET, policy],
  });
  await send(unstaked, {
    ...{ address: at.curation, abi: curationAbi, functionName: "contribute" },
    args: [DATANET, keccak256("0x01"), 1, 10, "ipfs://text"],
  });
  await send(challenger, { address: arbiter, abi: arbiterAbi, functionName: "openAsset", args: [UNSTAKED, ZERO] });
  const store = createFileStore(path.join(stack.directory, "store"));
  gateway = { sql: stack.sql, store, deployment, quotas: createQuotas() } as Gateway;
}, 120_000);
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const request = (body: object | string) =>
  new Request("http://gateway/", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body, (_, v) => (typeof v === "bigint" ? String(v) : v)),
  });
const told = async (response: Response) => [response.status, (await response.json()).error?.param];

describe("signed verdicts", () => {
  const guilty = { guilty: true, recomputedRoot: ZERO, slashBps: 1_000 };
  const signed = async (owner: typeof holder, verdict = guilty, caseId = 1n) =>
    owner.signTypedData(
      verdictTypedData({ chainId: 31337, arbiter }, { settlement: `0x${"0".repeat(40)}`, caseId, ...verdict }),
    );
  const post = (id: string, body: object) => respond(() => postCaseVote(gateway, request(body), id));

  it("are kept once the arbiter would weigh them; a later one takes the earlier one's place", async () => {
    const first = await post("1", { validator: VALIDATOR, ...guilty, signature: await signed(validator) });
    expect(first.status).toBe(201);
    const milder = { ...guilty, slashBps: 500 };
    await post("1", { validator: VALIDATOR, ...milder, signature: await signed(validator, milder) });
    const { data } = await (await getCaseVotes(gateway, "1")).json();
    expect(data).toEqual([{ caseId: "1", validator: "2", ...milder, signature: await signed(validator, milder) }]);
  });

  it.each([
    ["another's", VALIDATOR, () => signed(unstaked), "signature"],
    ["over another verdict", VALIDATOR, () => signed(validator, { ...guilty, slashBps: 2 }), "signature"],
    ["of a validator without stake", UNSTAKED, () => signed(unstaked), "validator"],
    ["of nobody: it would stand first and no ruling could pass it", 0n, () => signed(validator), "validator"],
    ["of who brought the case", CHALLENGERS, () => signed(challenger), "validator"],
  ])("are refused when %s", async (_, id, signature, field) => {
    expect(await told(await post("1", { validator: id, ...guilty, signature: await signature() }))).toEqual([
      400,
      field,
    ]);
  });

  it("are refused about a case that is not open, and where they slash without guilt", async () => {
    const signature = await signed(validator, guilty, 9n);
    expect(await told(await post("9", { validator: VALIDATOR, ...guilty, signature }))).toEqual([400, "caseId"]);
    const odd = { ...guilty, guilty: false };
    expect(await told(await post("1", { validator: VALIDATOR, ...odd, signature }))).toEqual([400, "slashBps"]);
  });
});

describe("signed reviews", () => {
  const reason = "New to this ledger.";
  const said = { accept: true, score: 9_000 };
  const signed = (owner: typeof holder, text = reason) => {
    const review = { contribution: 1n, ...said, reasonHash: keccak256(toHex(text)) };
    return owner.signTypedData(reviewTypedData({ chainId: 31337, curation: deployment.contracts.curation }, review));
  };
  const post = (id: string, body: object) => respond(() => postReviewVote(gateway, request(body), id));

  it("are kept with the text of their reason", async () => {
    const signature = await signed(validator);
    expect((await post("1", { validator: VALIDATOR, ...said, reason, signature })).status).toBe(201);
    const { data } = await (await getReviewVotes(gateway, "1")).json();
    const kept = {
      contribution: "1",
      validator: "2",
      ...said,
      reason,
      reasonHash: keccak256(toHex(reason)),
      signature,
    };
    expect(data).toEqual([kept]);
  });

  it.each([
    ["over another reason", VALIDATOR, () => signed(validator, "Old."), "signature"],
    ["of a validator without stake that is the contributor's too", UNSTAKED, () => signed(unstaked), "validator"],
    ["of the datanet's owner", CHALLENGERS, () => signed(challenger), "validator"],
    ["for what is no validator", DATANET, () => signed(challenger), "validator"],
  ])("are refused when %s", async (_, id, signature, field) => {
    const body = { validator: id, ...said, reason, signature: await signature() };
    expect(await told(await post("1", body))).toEqual([400, field]);
  });

  it("are refused where nothing is in review", async () => {
    const body = { validator: VALIDATOR, ...said, reason, signature: await signed(validator) };
    expect(await told(await post("7", body))).toEqual([400, "contribution"]);
  });
});

it("keeps evidence under the hash that the arbiter holds", async () => {
  const text = "Contribution 7 is my poem of 2019.\r\n";
  const { hash, cid } = (await (await postEvidence(gateway, request(text))).json()) as { hash: Hex; cid: string };
  expect(hash).toBe(keccak256(toHex(text)));
  expect(await evidenceCid(stack.sql, hash)).toBe(cid);
  expect(new TextDecoder().decode(await gateway.store.get(cid))).toBe(text);
});

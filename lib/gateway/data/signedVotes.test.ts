import path from "node:path";
import { type Hex, keccak256, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Keyed } from "../../../services/worker/testing/keyed.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { validatorWorld } from "../../../services/worker/testing/validatorWorld.ts";
import { transact } from "../../../services/worker/transact.ts";
import { arbiterAbi } from "../../abi/arbiter.ts";
import { curationAbi } from "../../abi/curation.ts";
import { walletClient } from "../../chain/clients.ts";
import { countedReviews } from "../../chain/countedReviews.ts";
import { countedVerdicts } from "../../chain/countedVerdicts.ts";
import { whyNotRuled } from "../../chain/whyNotRuled.ts";
import { MOST_VERDICTS } from "../../db/gateway/caseVotes.ts";
import { evidenceCid } from "../../db/gateway/evidence.ts";
import { reviewTypedData, verdictTypedData } from "../../ledger/index.ts";
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
const SOLD = 5n;
const DATANET = 6n;
const ZERO = `0x${"0".repeat(64)}` as const;

let stack: LocalStack;
let gateway: Gateway;
let world: Awaited<ReturnType<typeof validatorWorld>>;
let [validator, unstaked, challenger, seller]: Keyed[] = [];

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await validatorWorld(stack);
  [validator, unstaked, challenger, seller] = world.people;
  for (const owner of world.people.slice(0, 4)) await world.register(owner, "validator");
  for (const [owner, id] of [
    [validator!, VALIDATOR],
    [challenger!, CHALLENGERS],
    [seller!, SOLD],
  ] as const)
    await world.stake(owner, id);
  await world.openDatanet(challenger!, 2);
  await world.contribute(unstaked!, DATANET, keccak256("0x01"));
  await world.accuse(challenger!, UNSTAKED);
  const store = createFileStore(path.join(stack.directory, "store"));
  gateway = { sql: stack.sql, store, deployment: world.deployment, quotas: createQuotas() } as Gateway;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const request = (body: object | string) =>
  new Request("http://gateway/", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body, (_, v) => (typeof v === "bigint" ? String(v) : v)),
  });
/** The equivalent signature with the other half of the curve's order, which anybody can make of it. */
const twin = (signature: Hex): Hex => {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = order - BigInt(`0x${signature.slice(66, 130)}`);
  return `${signature.slice(0, 66) as Hex}${s.toString(16).padStart(64, "0")}${signature.endsWith("1b") ? "1c" : "1b"}`;
};
/** A case about a contribution that two of three validators have accepted. */
async function accuseContribution(): Promise<bigint> {
  const { arbiter, curation } = world.deployment.contracts;
  const contribution = await world.contribute(unstaked!, DATANET, keccak256("0x02"));
  const review = { accept: true, score: 9_000, reasonHash: ZERO };
  const typed = reviewTypedData({ chainId: 31337, curation }, { contribution, ...review });
  const reviews = [
    { validator: VALIDATOR, ...review, signature: await validator!.signTypedData(typed) },
    { validator: SOLD, ...review, signature: await seller!.signTypedData(typed) },
  ];
  const by = walletClient(challenger!.key);
  await transact(by, { address: curation, abi: curationAbi, functionName: "finalize", args: [contribution, reviews] });
  const court = { address: arbiter, abi: arbiterAbi } as const;
  await transact(by, { ...court, functionName: "openContribution", args: [contribution, 0, ZERO] });
  return world.chain.readContract({ ...court, functionName: "count" });
}
const told = async (response: Response) => [response.status, (await response.json()).error?.param];

describe("signed verdicts", () => {
  const guilty = { guilty: true, recomputedRoot: ZERO, slashBps: 1_000 };
  const signed = async (owner: Keyed, verdict = guilty, caseId = 1n) =>
    owner.signTypedData(
      verdictTypedData(
        { chainId: 31337, arbiter: world.deployment.contracts.arbiter },
        { settlement: `0x${"0".repeat(40)}`, caseId, ...verdict },
      ),
    );
  const post = (id: string, body: object) => respond(() => postCaseVote(gateway, request(body), id));

  const kept = async () => (await (await getCaseVotes(gateway, "1")).json()).data;

  it("are kept once the arbiter would weigh them, all of them: an old one that is brought again takes nobody's place", async () => {
    const first = { validator: VALIDATOR, ...guilty, signature: await signed(validator!) };
    expect((await post("1", first)).status).toBe(201);
    const milder = { ...guilty, slashBps: 500 };
    const second = { validator: VALIDATOR, ...milder, signature: await signed(validator!, milder) };
    expect((await post("1", second)).status).toBe(201);
    expect((await post("1", first)).status).toBe(201);
    const wire = (vote: typeof first) => ({ ...vote, caseId: "1", validator: "2" });
    expect(await kept()).toEqual([wire(second), wire(first)]);
  });

  it("end at so many different ones of a validator; each of those may be signed anew", async () => {
    const sign = async (slashBps: number) => {
      const verdict = { ...guilty, slashBps };
      return post("1", { validator: VALIDATOR, ...verdict, signature: await signed(validator!, verdict) });
    };
    for (let n = 2; n < MOST_VERDICTS; n++) expect((await sign(n)).status).toBe(201);
    expect(await told(await sign(4_000))).toEqual([400, "validator"]);
    expect((await sign(500)).status).toBe(201);
    expect(await kept()).toHaveLength(MOST_VERDICTS);
  });

  it.each([
    ["another's", VALIDATOR, () => signed(unstaked!), "signature"],
    ["over another verdict", VALIDATOR, () => signed(validator!, { ...guilty, slashBps: 2 }), "signature"],
    ["the twin with a high s", VALIDATOR, async () => twin(await signed(validator!)), "signature"],
    ["of a validator without stake", UNSTAKED, () => signed(unstaked!), "validator"],
    ["of nobody: it would stand first and no ruling could pass it", 0n, () => signed(validator!), "validator"],
    ["of who brought the case", CHALLENGERS, () => signed(challenger!), "validator"],
  ])("are refused when %s", async (_, id, signature, field) => {
    expect(await told(await post("1", { validator: id, ...guilty, signature: await signature() }))).toEqual([
      400,
      field,
    ]);
  });

  it("are refused about a case that is not open, and where they slash without guilt", async () => {
    const signature = await signed(validator!, guilty, 9n);
    expect(await told(await post("9", { validator: VALIDATOR, ...guilty, signature }))).toEqual([400, "caseId"]);
    const odd = { ...guilty, guilty: false };
    expect(await told(await post("1", { validator: VALIDATOR, ...odd, signature }))).toEqual([400, "slashBps"]);
  });

  it("are refused where they slash for a contribution, which has no stake: two thirds of them could not be carried out", async () => {
    const caseId = await accuseContribution();
    const send = async (verdict: typeof guilty) => {
      const signature = await signed(validator!, verdict, caseId);
      return told(await post(String(caseId), { validator: VALIDATOR, ...verdict, signature }));
    };
    expect(await send(guilty)).toEqual([400, "slashBps"]);
    expect(await send({ ...guilty, slashBps: 0 })).toEqual([201, undefined]);
  });
});

describe("signed reviews", () => {
  const reason = "New to this ledger.";
  const said = { accept: true, score: 9_000 };
  const signed = (owner: Keyed, text = reason) => {
    const review = { contribution: 1n, ...said, reasonHash: keccak256(toHex(text)) };
    return owner.signTypedData(
      reviewTypedData({ chainId: 31337, curation: world.deployment.contracts.curation }, review),
    );
  };
  const post = (id: string, body: object) => respond(() => postReviewVote(gateway, request(body), id));

  it("are kept with the text of their reason", async () => {
    const signature = await signed(validator!);
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
    ["over another reason", VALIDATOR, () => signed(validator!, "Old."), "signature"],
    ["the twin with a high s", VALIDATOR, async () => twin(await signed(validator!)), "signature"],
    ["of a validator without stake that is the contributor's too", UNSTAKED, () => signed(unstaked!), "validator"],
    ["of the datanet's owner", CHALLENGERS, () => signed(challenger!), "validator"],
    ["for what is no validator", DATANET, () => signed(challenger!), "validator"],
  ])("are refused when %s", async (_, id, signature, field) => {
    const body = { validator: id, ...said, reason, signature: await signature() };
    expect(await told(await post("1", body))).toEqual([400, field]);
  });

  it("are refused where nothing is in review", async () => {
    const body = { validator: VALIDATOR, ...said, reason, signature: await signed(validator!) };
    expect(await told(await post("7", body))).toEqual([400, "contribution"]);
  });
});

it("what the seller of a validator signed counts no more, and what it made decisive cannot be carried out", async () => {
  const { arbiter, curation } = world.deployment.contracts;
  const caseId = await world.accuse(challenger!, UNSTAKED);
  const verdict = { guilty: true, recomputedRoot: ZERO, slashBps: 0 };
  const at = { chainId: 31337, arbiter };
  const typed = verdictTypedData(at, { settlement: `0x${"0".repeat(40)}`, caseId, ...verdict });
  const vote = async (owner: Keyed, id: bigint) => {
    return { caseId, validator: id, ...verdict, signature: await owner.signTypedData(typed) };
  };
  const votes = [await vote(validator!, VALIDATOR), await vote(seller!, SOLD)];
  const decisive = { ...verdict, votes, weight: 2n, decisive: true };
  expect(await countedVerdicts(arbiter, votes)).toEqual({ counted: votes, left: [] });
  expect(await whyNotRuled(arbiter, caseId, decisive)).toBeNull();

  const said = { contribution: 1n, accept: true, score: 1, reason: "", reasonHash: ZERO };
  const review = async (owner: Keyed, id: bigint, score: number) => {
    const message = reviewTypedData({ chainId: 31337, curation }, { ...said, score });
    return { ...said, score, validator: id, signature: await owner.signTypedData(message) };
  };
  const newest = await review(validator!, VALIDATOR, 2);
  const reviews = [newest, await review(validator!, VALIDATOR, 1), await review(seller!, SOLD, 1)];
  expect(await countedReviews(world.deployment, reviews)).toEqual([newest, reviews[2]]);

  await world.give(seller!, SOLD, world.people[4]!.address);
  expect(await countedVerdicts(arbiter, votes)).toEqual({ counted: [votes[0]], left: [votes[1]] });
  expect(await whyNotRuled(arbiter, caseId, decisive)).toContain("Arbiter_BadSignature");
  expect(await countedReviews(world.deployment, reviews)).toEqual([newest]);
});

it("keeps evidence under the hash that the arbiter holds", async () => {
  const text = "Contribution 7 is my poem of 2019.\r\n";
  const { hash, cid } = (await (await postEvidence(gateway, request(text))).json()) as { hash: Hex; cid: string };
  expect(hash).toBe(keccak256(toHex(text)));
  expect(await evidenceCid(stack.sql, hash)).toBe(cid);
  expect(new TextDecoder().decode(await gateway.store.get(cid))).toBe(text);
});

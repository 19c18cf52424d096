import { encodeFunctionData, type Hex, keccak256, toHex, zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { curationAbi } from "../../lib/abi/curation.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { walletClient } from "../../lib/chain/clients.ts";
import { saveReviewVote } from "../../lib/db/gateway/reviewVotes.ts";
import { reviewTypedData } from "../../lib/ledger/index.ts";
import type { WorkerContext } from "./context.ts";
import { finalizeBatch } from "./review/finalizeBatch.ts";
import { review } from "./review.ts";
import type { Keyed } from "./testing/keyed.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { validatorWorld } from "./testing/validatorWorld.ts";

const [REVEALED, ACCEPTED] = [2, 3];
/** No key of anybody's. */
const CONTRACT = "0x00000000000000000000000000000000000a0001";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof validatorWorld>>;
let [own, other, contributor, owner]: Keyed[] = [];
/** Registry ids: of the worker's own validator, and of one whose owner is a contract that lies. */
let [mine, liars, datanet]: bigint[] = [];

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await validatorWorld(stack);
  [own, other, contributor, owner] = world.people;
  mine = await world.register(own!, "validator");
  liars = await world.register(other!, "validator");
  for (const [validator, id] of [[own, mine] as const, [other, liars] as const]) await world.stake(validator!, id);
  await world.stake(own!, mine); // a majority by itself
  await world.give(other!, liars, CONTRACT);
  await world.makeLiar(CONTRACT);
  datanet = await world.openDatanet(owner!, 1);
  await stack.sql`insert into indexer.asset (id, kind, owner) values
    (${String(mine)}, ${assetKind.validator}, ${own!.address.toLowerCase()}),
    (${String(datanet)}, ${assetKind.datanet}, ${owner!.address.toLowerCase()})`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const onChain = (id: bigint) => {
  const curation = { address: world.deployment.contracts.curation, abi: curationAbi } as const;
  return world.chain.readContract({ ...curation, functionName: "contributionOf", args: [id] });
};
const statusOf = async (id: bigint) => (await onChain(id)).status;
const contribute = (text: string) => world.contribute(contributor!, datanet!, keccak256(toHex(text)));
const opinion = { accept: true, score: 1, reasonHash: zeroHash };

async function signed(contribution: bigint) {
  const at = { chainId: world.deployment.chainId, curation: world.deployment.contracts.curation };
  return {
    validator: mine!,
    ...opinion,
    signature: await own!.signTypedData(reviewTypedData(at, { contribution, ...opinion })),
  };
}
const byLiar = { validator: 0n, ...opinion, signature: "0x01" as Hex };
const finalization = (id: bigint, reviews: object[]) => ({
  id,
  data: encodeFunctionData({ abi: curationAbi, functionName: "finalize", args: [id, reviews as never] }),
});

it("decides all of a batch but what the contract refuses, and what reverts only when it is mined", async () => {
  const ids: bigint[] = [];
  for (const text of ["a", "b", "c", "d", "e"]) ids.push(await contribute(text));
  const honest = await Promise.all(ids.map(async (id) => finalization(id, [await signed(id)])));
  const wallet = walletClient(own!.key);
  expect(await finalizeBatch(wallet, [honest[1]!], () => {})).toMatchObject({ decided: [ids[1]] });
  const poisoned = finalization(ids[3]!, [await signed(ids[3]!), { ...byLiar, validator: liars! }]);
  const few = finalization(ids[2]!, []);
  const said: string[] = [];
  // With a bound of gas nothing is estimated: only the mined transaction shows the lie.
  const end = await finalizeBatch(
    wallet,
    [honest[0]!, honest[1]!, few, poisoned, honest[4]!],
    (line) => said.push(line),
    3_000_000n,
  );
  expect(end).toEqual({ decided: [ids[0], ids[4]], refused: [ids[1], ids[2]], burnt: [ids[3]] });
  expect(said).toEqual([`contribution ${ids[2]} cannot be decided: Curation_TooFewReviews`]);
  expect(await Promise.all(ids.map(statusOf))).toEqual([ACCEPTED, ACCEPTED, REVEALED, REVEALED, ACCEPTED]);
});

it("a validator's contract that lies to simulations costs one transaction and stops nobody, its own contribution included", async () => {
  const ids = [await contribute("f"), await contribute("g")];
  for (const id of ids) {
    await stack.sql`insert into indexer.contribution (id, datanet, contributor, status, revealed_at, min_reviews, uri, root)
      values (${String(id)}, ${String(datanet)}, ${contributor!.address.toLowerCase()}, 'revealed',
        ${(await onChain(id)).since}, ${(await onChain(id)).minReviews}, ${`u${id}`}, ${`r${id}`})`;
    await stack.sql`insert into worker.content (contribution, uri, root, title, media_type, cid, bytes, words, contained_bps)
      values (${String(id)}, ${`u${id}`}, ${`r${id}`}, 'T', 'text/plain', 'b', 9, 10, 0)`;
  }
  await saveReviewVote(stack.sql, {
    contribution: ids[0]!,
    ...byLiar,
    validator: liars!,
    reason: "So.",
    reasonHash: keccak256(toHex("So.")),
  });
  const store = { put: async () => {} };
  const said: string[] = [];
  const context = { sql: stack.sql, deployment: world.deployment, validatorKeys: [own!.key], store };
  const turn = review(context as unknown as WorkerContext, (line) => said.push(line));
  await turn();
  expect(await Promise.all(ids.map(statusOf))).toEqual([REVEALED, ACCEPTED]);
  expect(said).toContain(`contribution ${ids[0]} reverted when mined; without the reviews of contracts next: ${liars}`);
  await turn();
  expect(await statusOf(ids[0]!)).toBe(ACCEPTED);
});

import { encodeAbiParameters, encodeEventTopics, getAbiItem, type Hex, type Log, parseEventLogs } from "viem";
import { expect, it } from "vitest";
import { curationAbi } from "../abi/curation.ts";
import { registryAbi } from "../abi/registry.ts";
import { curationStatus } from "../chain/enums.ts";
import { chainFacts } from "./chainFacts.ts";

const [ann, bob, eve] = ["a", "b", "e"].map((digit) => `0x${digit.repeat(40)}`) as [Hex, Hex, Hex];
const at = { settlement: ann, escrow: ann, registry: bob, curation: eve, startBlock: 5 };

function redirect(block: bigint, to: Hex) {
  const topics = encodeEventTopics({ abi: registryAbi, eventName: "PayoutSet", args: { owner: ann, to } });
  const log = { address: bob, topics, data: encodeAbiParameters([], []), blockNumber: block, logIndex: 0 };
  return parseEventLogs({ abi: registryAbi, eventName: "PayoutSet", logs: [log as Log] })[0]!;
}

/** An event of the curation contract, as a node gives it. */
function curated(eventName: string, values: object, block: bigint) {
  const event = getAbiItem({ abi: curationAbi, name: eventName as "TakenDown" });
  const args = { ...Object.fromEntries(event.inputs.map(({ name, type }) => [name, blankOf(type)])), ...values };
  return { eventName, args, blockNumber: block, logIndex: 0 };
}
const blankOf = (type: string) => (type === "address" ? eve : type.startsWith("bytes") ? "0x" : 0n);

type Asked = { fromBlock: bigint; toBlock?: bigint };
const logs = [redirect(6n, bob), redirect(9n, eve)];
const node = {
  getLogs: async ({ fromBlock, toBlock = 99n }: Asked) =>
    logs.filter(({ blockNumber }) => blockNumber >= fromBlock && blockNumber <= toBlock),
};

it("reads redirects as of a block: one that was set after it pays nobody in that epoch", async () => {
  const facts = chainFacts(node as never, at);
  const toOf = async (block: bigint) => [...(await facts.redirects(block)).values()];
  expect(await toOf(5n)).toEqual([]);
  expect((await toOf(8n)).join()).toContain(bob.slice(2));
  expect((await toOf(9n)).join()).toContain(eve.slice(2));
});

it("counts what was drawn between two seals, to the place in a block", async () => {
  const draw = (amount: bigint, block: bigint, logIndex: number) => ({
    ...{ eventName: "Collected", args: { payer: eve, gateway: ann, amount }, blockNumber: block, logIndex },
  });
  const seal = (id: bigint, block: bigint) => ({
    ...{ eventName: "Sealed", args: { id, total: 0n }, blockNumber: block, logIndex: 5 },
  });
  const all = [
    ...[seal(1n, 10n), seal(2n, 20n)],
    ...[draw(1n, 9n, 7), draw(2n, 10n, 4), draw(4n, 10n, 6), draw(8n, 15n, 0), draw(16n, 20n, 4), draw(32n, 20n, 6)],
  ];
  const getLogs = async ({
    event,
    args,
    fromBlock,
    toBlock = 99n,
  }: Asked & { event: { name: string }; args: object }) =>
    all
      .filter(({ eventName }) => eventName === event.name)
      .filter(({ blockNumber }) => blockNumber >= fromBlock && blockNumber <= toBlock)
      .filter((log) => !("id" in args) || ("id" in log.args && log.args.id === args.id));
  const facts = chainFacts({ getLogs } as never, at);
  const drawn = async (after: number, upTo: number) => (await facts.drawn(ann, after, upTo)).get(eve);
  expect(await drawn(0, 1)).toBe(1n + 2n);
  expect(await drawn(1, 2)).toBe(4n + 8n + 16n);
  expect(await drawn(0, 2)).toBe(31n);
  expect(await drawn(2, 3)).toBeUndefined();
  await expect(drawn(7, 2)).rejects.toThrow("the chain does not show the seal of epoch 7");
});

it("dates a contribution's takedown by the first of them: a version between two does not have it", async () => {
  const of = (id: bigint) => [
    curated("Committed", { id, datanet: 2n, contributor: ann }, 6n),
    curated("Revealed", { id }, 7n),
    curated("Finalized", { id, status: curationStatus.accepted }, 8n),
  ];
  const all = [
    ...[...of(3n), ...of(4n)],
    ...[curated("TakenDown", { id: 3n }, 10n), curated("TakenDown", { id: 3n }, 12n)],
  ];
  const curation = {
    getLogs: async ({ event }: { event: { name: string } }) => all.filter(({ eventName }) => eventName === event.name),
  };
  const accepted = await chainFacts(curation as never, at).accepted();
  expect(accepted.map(({ id, takenDown }) => [id, takenDown?.block ?? null])).toEqual([
    [3n, 10n],
    [4n, null],
  ]);
});

import { encodeAbiParameters, encodeEventTopics, getAbiItem, type Hex, type Log, parseEventLogs } from "viem";
import { expect, it } from "vitest";
import { curationAbi } from "../abi/curation.ts";
import { registryAbi } from "../abi/registry.ts";
import { curationStatus } from "../chain/enums.ts";
import { chainFacts } from "./chainFacts.ts";

const [ann, bob, eve] = ["a", "b", "e"].map((digit) => `0x${digit.repeat(40)}`) as [Hex, Hex, Hex];
const at = { settlement: ann, registry: bob, curation: eve, startBlock: 5 };

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

import { encodeAbiParameters, encodeEventTopics, type Hex, type Log, parseEventLogs } from "viem";
import { expect, it } from "vitest";
import { registryAbi } from "../abi/registry.ts";
import { chainFacts } from "./chainFacts.ts";

const [ann, bob, eve] = ["a", "b", "e"].map((digit) => `0x${digit.repeat(40)}`) as [Hex, Hex, Hex];
const at = { settlement: ann, registry: bob, curation: eve, startBlock: 5 };

function redirect(block: bigint, to: Hex) {
  const topics = encodeEventTopics({ abi: registryAbi, eventName: "PayoutSet", args: { owner: ann, to } });
  const log = { address: bob, topics, data: encodeAbiParameters([], []), blockNumber: block, logIndex: 0 };
  return parseEventLogs({ abi: registryAbi, eventName: "PayoutSet", logs: [log as Log] })[0]!;
}

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

import { type Abi, encodeAbiParameters, encodeEventTopics, parseAbi } from "viem";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { hash, honestWorld } from "./honestWorld.fixture.ts";
import { readPosted } from "./readChain.ts";
import type { Claim } from "./types.ts";

const abi = parseAbi([
  "event Posted(uint256 indexed id, uint256 indexed attributor, bytes32 root, uint256 total, uint256 readyAt, bytes32 dataHash, string cid)",
  "event Rejected(uint256 indexed id, address indexed by)",
]);
let claim: Claim;

beforeAll(async () => {
  ({ claim } = await honestWorld());
});
afterEach(() => vi.unstubAllGlobals());

function logOf(eventName: "Posted" | "Rejected", args: Record<string, unknown>, data: `0x${string}`) {
  const topics = encodeEventTopics({ abi: abi as Abi, eventName, args });
  const place = { blockNumber: "0x1", transactionIndex: "0x0", logIndex: "0x0", removed: false };
  return { address: claim.chain.settlement, topics, data, blockHash: hash("b"), transactionHash: hash("t"), ...place };
}

/** A node whose settlement posted and rejected these epochs. */
function nodeWith({ posted, rejected }: { posted: number[]; rejected: number[] }) {
  const rejections = rejected.map((id) => logOf("Rejected", { id: BigInt(id), by: claim.payer }, "0x"));
  const types = [
    { type: "bytes32" },
    { type: "uint256" },
    { type: "uint256" },
    { type: "bytes32" },
    { type: "string" },
  ];
  const data = encodeAbiParameters(types, [hash("r"), 5n, 9n, hash("d"), "cid"]);
  const posts = posted.map((id) => logOf("Posted", { id: BigInt(id), attributor: 1n }, data));
  const [rejectedTopic] = encodeEventTopics({ abi, eventName: "Rejected" });
  vi.stubGlobal("fetch", async (_: unknown, init: RequestInit) => {
    const { id, method, params } = JSON.parse(init.body as string);
    const logs = () => (params[0].topics[0] === rejectedTopic ? rejections : posts);
    const result = method === "eth_chainId" ? "0x7a69" : logs();
    return Response.json({ jsonrpc: "2.0", id, result });
  });
}

const epochs = async (epoch: number) => {
  const { posted, previous } = await readPosted({ ...claim, chain: { ...claim.chain, rpcUrl: "http://node" } }, epoch);
  return [posted?.id ?? null, previous?.id ?? null];
};

it("takes the epoch itself and the one before it", async () => {
  nodeWith({ posted: [3, 1, 2], rejected: [] });
  expect(await epochs(2)).toEqual([2, 1]);
  expect(await epochs(1)).toEqual([1, null]);
  expect(await epochs(4)).toEqual([null, null]);
});

it("takes no rejected epoch for the one that pays, nor for the one it builds on", async () => {
  nodeWith({ posted: [1, 2, 3], rejected: [2] });
  expect(await epochs(2)).toEqual([3, 1]);
  expect(await epochs(3)).toEqual([3, 1]);
  nodeWith({ posted: [1, 2], rejected: [2] });
  expect(await epochs(2)).toEqual([null, null]);
});

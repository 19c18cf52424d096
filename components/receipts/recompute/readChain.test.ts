import { type Abi, encodeAbiParameters, encodeEventTopics, parseAbi } from "viem";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { hash, honestWorld } from "./honestWorld.fixture.ts";
import { readPosted, readTerms } from "./readChain.ts";
import type { Claim } from "./types.ts";

const abi = parseAbi([
  "event Posted(uint256 indexed id, uint256 indexed attributor, bytes32 root, uint256 total, uint256 readyAt, bytes32 dataHash, string cid)",
  "event Rejected(uint256 indexed id, address indexed by)",
  "event Published(uint256 indexed id, uint32 version, bytes32 contentHash, uint256[] parents, string uri)",
]);
let claim: Claim;

beforeAll(async () => {
  ({ claim } = await honestWorld());
});
afterEach(() => vi.unstubAllGlobals());

function logOf(eventName: "Posted" | "Rejected" | "Published", args: Record<string, unknown>, data: `0x${string}`) {
  const topics = encodeEventTopics({ abi: abi as Abi, eventName, args });
  const place = { blockNumber: "0x1", transactionIndex: "0x0", logIndex: "0x0", removed: false };
  return { address: claim.chain.settlement, topics, data, blockHash: hash("b"), transactionHash: hash("t"), ...place };
}

/** A node whose settlement posted and rejected these epochs, in a block of time 500, and whose registry knows the model's version. */
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
  const version = [{ type: "uint32" }, { type: "bytes32" }, { type: "uint256[]" }, { type: "string" }];
  const published = encodeAbiParameters(version, [claim.version, hash("c"), [], "uri"]);
  const logs = new Map([
    [encodeEventTopics({ abi, eventName: "Rejected" })[0], rejections],
    [encodeEventTopics({ abi, eventName: "Posted" })[0], posts],
    [encodeEventTopics({ abi, eventName: "Published" })[0], [logOf("Published", { id: claim.model }, published)]],
  ]);
  vi.stubGlobal("fetch", async (_: unknown, init: RequestInit) => {
    const { id, method, params } = JSON.parse(init.body as string);
    const answers: Record<string, () => unknown> = {
      eth_chainId: () => "0x7a69",
      eth_getBlockByNumber: () => ({ number: params[0], timestamp: "0x1f4", transactions: [] }),
      eth_getLogs: () => logs.get(params[0].topics[0]) ?? [],
    };
    const result = answers[method]!();
    return Response.json({ jsonrpc: "2.0", id, result });
  });
}

const atNode = (): Claim => ({ ...claim, chain: { ...claim.chain, rpcUrl: "http://node" } });

const epochs = async (epoch: number) => {
  const { posted, previous } = await readPosted(atNode(), epoch);
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

it("takes terms that held until the epoch that pays was posted, all where none is", async () => {
  nodeWith({ posted: [1, 2], rejected: [1] });
  expect(await readTerms({ ...atNode(), epoch: 1 })).toMatchObject({ uri: "uri", until: 500 });
  expect(await readTerms({ ...atNode(), epoch: 3 })).toMatchObject({ until: Number.POSITIVE_INFINITY });
  expect(await readTerms({ ...atNode(), epoch: null })).toMatchObject({ until: Number.POSITIVE_INFINITY });
});

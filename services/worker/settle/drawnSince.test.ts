import { beforeEach, expect, it, vi } from "vitest";
import type { WorkerContext } from "../context.ts";
import { drawnSince } from "./drawnSince.ts";

const { getContractEvents } = vi.hoisted(() => ({ getContractEvents: vi.fn() }));
vi.mock("../../../lib/chain/clients.ts", () => ({ publicClient: () => ({ getContractEvents }) }));

const PAYER = `0x${"AB".repeat(20)}`;
type Range = { eventName: string; fromBlock: bigint; toBlock: bigint };
let seals: { blockNumber: bigint; logIndex: number }[];
let draws: { blockNumber: bigint; logIndex: number; amount: bigint }[];
let asked: Range[];

beforeEach(() => {
  asked = [];
  getContractEvents.mockImplementation(async (range: Range) => {
    asked.push(range);
    const inRange = <T extends { blockNumber: bigint }>(logs: T[]) =>
      logs.filter(({ blockNumber }) => range.fromBlock <= blockNumber && blockNumber <= range.toBlock);
    if (range.eventName === "Sealed") return inRange(seals);
    return inRange(draws).map(({ amount, ...log }) => ({ ...log, args: { payer: PAYER, amount } }));
  });
});
const contextOf = () => ({ deployment: { contracts: {}, startBlock: 5 }, gateway: {} }) as unknown as WorkerContext;

it("counts, of the draws in the seal's own block, only those after it", async () => {
  seals = [{ blockNumber: 20n, logIndex: 3 }];
  draws = [
    { blockNumber: 19n, logIndex: 9, amount: 1n },
    { blockNumber: 20n, logIndex: 2, amount: 10n },
    { blockNumber: 20n, logIndex: 4, amount: 100n },
    { blockNumber: 21n, logIndex: 0, amount: 1_000n },
    { blockNumber: 31n, logIndex: 0, amount: 10_000n },
  ];
  expect(await drawnSince(contextOf(), 1, 30n)).toEqual(new Map([[PAYER.toLowerCase(), 1_100n]]));
});

it("looks through the chain for a seal once, and again when a reorganisation has moved it", async () => {
  const context = contextOf();
  const sealRange = async () => {
    asked = [];
    await drawnSince(context, 1, 30n);
    return asked.flatMap(({ eventName, fromBlock }) => (eventName === "Sealed" ? [fromBlock] : []));
  };
  seals = [{ blockNumber: 20n, logIndex: 3 }];
  draws = [];
  expect([await sealRange(), await sealRange()]).toEqual([[5n], [20n]]);
  seals = [{ blockNumber: 22n, logIndex: 0 }];
  expect([await sealRange(), await sealRange()]).toEqual([[20n, 5n], [22n]]);
  seals = [];
  await expect(drawnSince(context, 1, 30n)).rejects.toThrow("no seal of epoch 1");
});

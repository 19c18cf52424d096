import { beforeEach, expect, it, vi } from "vitest";
import type { WorkerContext } from "../context.ts";
import { drawnSince } from "./drawnSince.ts";

const { getContractEvents, getLogs } = vi.hoisted(() => ({ getContractEvents: vi.fn(), getLogs: vi.fn() }));
vi.mock("../../../lib/chain/clients.ts", () => ({ publicClient: () => ({ getContractEvents, getLogs }) }));

const PAYER = `0x${"AB".repeat(20)}`;
type Range = { fromBlock: bigint; toBlock: bigint };
type Place = { blockNumber: bigint; logIndex: number };
let seals: Place[];
let draws: (Place & { amount: bigint })[];
let asked: Range[];

beforeEach(() => {
  asked = [];
  const inRange = <T extends Place>(logs: T[], { fromBlock, toBlock }: Range) =>
    logs.filter(({ blockNumber }) => fromBlock <= blockNumber && blockNumber <= toBlock);
  getContractEvents.mockImplementation(async (range: Range) => {
    asked.push(range);
    return inRange(seals, range);
  });
  getLogs.mockImplementation(async (range: Range) =>
    inRange(draws, range).map(({ amount, ...log }) => ({ ...log, args: { payer: PAYER, amount } })),
  );
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
    return asked.map(({ fromBlock }) => fromBlock);
  };
  seals = [{ blockNumber: 20n, logIndex: 3 }];
  draws = [];
  expect([await sealRange(), await sealRange()]).toEqual([[5n], [20n]]);
  seals = [{ blockNumber: 22n, logIndex: 0 }];
  expect([await sealRange(), await sealRange()]).toEqual([[20n, 5n], [22n]]);
  seals = [];
  await expect(drawnSince(context, 1, 30n)).rejects.toThrow("no seal of epoch 1");
});

import { expect, it, vi } from "vitest";
import type { WorkerContext } from "../context.ts";
import { Rests } from "../Rests.ts";
import { collect } from "./collect.ts";

const publicClient = vi.hoisted(() => vi.fn());
vi.mock("../../../lib/chain/clients.ts", () => ({ publicClient, walletClient: vi.fn() }));

it("asks nothing of the chain when there are no receipts: it is called each second", async () => {
  expect(await collect({} as WorkerContext, 1, [], new Rests(), () => {})).toBe(true);
  expect(publicClient).not.toHaveBeenCalled();
});

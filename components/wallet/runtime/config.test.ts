import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Network } from "../../../lib/tx/network.ts";
import { walletConfig } from "./config.ts";

const network = {
  deployment: { chainId: 31337, chainName: "Local chain" },
  rpcUrl: "http://127.0.0.1:8545",
  local: true,
} as Network;

beforeAll(() => {
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: new URL("http://127.0.0.1:3000") }));
  vi.stubGlobal("localStorage", { getItem: () => null, setItem() {}, removeItem() {} });
});
afterAll(() => void vi.unstubAllGlobals());

it("is the same however often a render asks for it: a wallet is connected to the configuration on the screen", () => {
  const config = walletConfig(network);
  expect(config.chains.map(({ id }) => id)).toEqual([31337]);
  expect(walletConfig({ ...network })).toBe(config);
});

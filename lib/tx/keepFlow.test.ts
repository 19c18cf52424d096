import { expect, it } from "vitest";
import { flowKey, forgetFlow, keepFlow, recallFlow } from "./keepFlow.ts";
import type { Network } from "./network.ts";

function memory() {
  const content = new Map<string, string>();
  return {
    content,
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
    removeItem: (key: string) => void content.delete(key),
  };
}

const network = (genesisHash: string) =>
  ({ deployment: { chainId: 31337, genesisHash }, rpcUrl: "", local: true }) as Network;

it("keeps amounts exactly, and forgets", () => {
  const storage = memory();
  const record = { flow: "f", request: { amount: 10n ** 30n + 1n, words: 5 }, facts: { salt: "0x1" }, steps: [] };
  keepFlow(storage, "k", record);
  expect(recallFlow(storage, "k")).toEqual(record);
  forgetFlow(storage, "k");
  expect(recallFlow(storage, "k")).toBeNull();
});

it("takes what it cannot read for nothing", () => {
  const storage = memory();
  storage.setItem("k", "{oops");
  expect(recallFlow(storage, "k")).toBeNull();
  storage.setItem("k", "{}");
  expect(recallFlow(storage, "k")).toBeNull();
});

it("tells accounts and reset chains apart", () => {
  const a = flowKey("contribute", network(`0x${"a".repeat(64)}`), "0xAB");
  expect(a).toBe("openledger:flow:contribute:31337:aaaaaaaa:0xab");
  expect(flowKey("contribute", network(`0x${"b".repeat(64)}`), "0xAB")).not.toBe(a);
});

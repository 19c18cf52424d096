import { encodeEventTopics } from "viem";
import { expect, it } from "vitest";
import { registryAbi } from "../abi/registry.ts";
import { assetKind } from "../chain/assetKind.ts";
import { type RegisterModelRequest, registerModelFlow } from "./registerModel.ts";
import { testTools } from "./testTools.ts";

const request: RegisterModelRequest = {
  ...{ name: "Family", uri: "ipfs://bafk", contentHash: `0x${"ab".repeat(32)}`, parents: [2n] },
  split: { provider: 1500, owner: 2000, contributors: 5000, stakers: 1000 },
};
const none = { model: null };

it("registers the document over its datanets", async () => {
  const tools = testTools();
  expect((await registerModelFlow.plan(request, tools)).steps).toEqual(["register"]);
  const action = await registerModelFlow.act("register", request, none, tools);
  const { registry } = tools.network.deployment.contracts;
  const args = [assetKind.model, request.split, request.contentHash, [2n], "ipfs://bafk"];
  expect(action).toEqual({
    kind: "write",
    call: { address: registry, abi: registryAbi, functionName: "register", args },
  });
});

it("learns the model's number from the chain's event", () => {
  const { account } = testTools().port;
  const args = { id: 17n, kind: assetKind.model, owner: account };
  const topics = encodeEventTopics({ abi: registryAbi, eventName: "Registered", args });
  const log = { address: testTools().network.deployment.contracts.registry, topics, data: "0x" } as never;
  const outcome = { status: "success", hash: "0x1", block: 9, time: 1, logs: [log] } as const;
  expect(
    registerModelFlow.learn("register", { kind: "write", outcome: { ...outcome, logs: [log] } }, request, none),
  ).toEqual({
    model: 17n,
  });
  expect(() =>
    registerModelFlow.learn("register", { kind: "write", outcome: { ...outcome, logs: [] } }, request, none),
  ).toThrow("no Registered event");
});

it("finds again what was registered while the page was closed, by its document", async () => {
  const tools = testTools({
    events: async ({ eventName, args }: { eventName: string; args?: Record<string, unknown> }) =>
      (eventName === "Registered"
        ? [{ args: { id: 5n } }, { args: { id: 6n } }]
        : [{ args: { contentHash: args!.id === 5n ? request.contentHash : "0x" } }]) as never,
  });
  expect(await registerModelFlow.recover!("register", request, none, tools)).toEqual({ model: 5n });
  const other = { ...request, contentHash: `0x${"cd".repeat(32)}` as const };
  expect(await registerModelFlow.recover!("register", other, none, tools)).toBeNull();
});

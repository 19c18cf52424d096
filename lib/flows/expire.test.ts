import { expect, it } from "vitest";
import { expireFlow } from "./expire.ts";
import { testTools } from "./testTools.ts";

const request = { contribution: 7n };
const at = (status: number) => testTools({ read: async <T>() => ({ status }) as T });

it("closes one contribution", async () => {
  const { facts, steps } = await expireFlow.plan(request, at(2));
  expect(steps).toEqual(["expire"]);
  expect(await expireFlow.act("expire", request, facts, at(2))).toMatchObject({
    call: { address: at(2).network.deployment.contracts.curation, functionName: "expire", args: [7n] },
  });
});

it.each([
  [2, null],
  [3, null],
  [5, { closed: true }],
])("left while the wallet was open, with status %i: %j", async (status, facts) => {
  expect(await expireFlow.recover!("expire", request, { closed: false }, at(status))).toEqual(facts);
});

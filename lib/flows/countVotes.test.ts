import { expect, it } from "vitest";
import { countVotesFlow } from "./countVotes.ts";
import { testTools } from "./testTools.ts";

it("counts anybody's position", async () => {
  const at = testTools();
  const request = { target: 9n, name: "Notary", who: `0x${"c".repeat(40)}` as const };
  const { facts, steps } = await countVotesFlow.plan(request, at);
  expect(steps).toEqual(["count"]);
  expect(await countVotesFlow.act("count", request, facts, at)).toMatchObject({
    call: { address: at.network.deployment.contracts.staking, functionName: "count", args: [9n, request.who] },
  });
});

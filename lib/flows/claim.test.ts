import { expect, it } from "vitest";
import { type Claim, claimFlow } from "./claim.ts";
import { testTools } from "./testTools.ts";

const claim: Claim = { epoch: 3n, index: 1n, payee: `0x${"0".repeat(63)}1`, amount: 9n, proof: "0x" };

it("claims one leaf alone and several at once", async () => {
  const one = await claimFlow.act("claim", { claims: [claim], pays: 9n }, null, testTools());
  expect(one).toMatchObject({ call: { functionName: "claim", args: [claim] } });
  const two = await claimFlow.act("claim", { claims: [claim, claim], pays: 9n }, null, testTools());
  expect(two).toMatchObject({ call: { functionName: "claimMany", args: [[claim, claim]] } });
});

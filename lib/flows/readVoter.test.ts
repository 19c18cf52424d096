import { ContractFunctionRevertedError, HttpRequestError, zeroAddress } from "viem";
import { expect, it } from "vitest";
import { openGovernorAbi } from "../abi/opengovernor.ts";
import type { Call } from "../tx/port.ts";
import { readVoter } from "./readVoter.ts";
import { testTools } from "./testTools.ts";

const answers: Record<string, unknown> = {
  ...{ state: 1, proposalSnapshot: 100n, proposalDeadline: 200n, proposalEta: 0n, hasVoted: false },
  proposalVotes: [0n, 9n, 0n],
};
const toolsThat = (fail: () => Error) =>
  testTools({
    pendingTime: async () => 300,
    read: (async ({ functionName }: Call) => {
      if (functionName in answers) return answers[functionName];
      throw fail();
    }) as never,
  });

it("takes a refusal of the contract for a second that no block has reached", async () => {
  const refused = () => new ContractFunctionRevertedError({ abi: openGovernorAbi, functionName: "quorum" });
  expect(await readVoter(toolsThat(refused), 7n)).toMatchObject({ weight: null, state: "succeeded" });
});

it("makes no quorum up while the chain does not answer: nine votes would look like enough", async () => {
  const away = () => new HttpRequestError({ url: `http://${zeroAddress}` });
  await expect(readVoter(toolsThat(away), 7n)).rejects.toThrow(HttpRequestError);
});

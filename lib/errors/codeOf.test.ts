import { describe, expect, it } from "vitest";
import { ApiError } from "./ApiError.ts";
import { codeOf } from "./codeOf.ts";
import { sentences } from "./codes.ts";
import { FlowError } from "./FlowError.ts";
import { sentenceOf } from "./sentenceOf.ts";

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });

describe("codeOf", () => {
  it.each([
    [{ code: 4001 }, "rejected"],
    [named("TransactionExecutionError", { cause: named("UserRejectedRequestError", { code: 4001 }) }), "rejected"],
    [new Error("MetaMask Tx Signature: User denied transaction signature."), "rejected"],
    [{ code: -32002 }, "walletBusy"],
    [{ code: 4902 }, "wrongChain"],
    [named("ConnectorChainMismatchError"), "wrongChain"],
    [named("HttpRequestError"), "rpcDown"],
    [named("EstimateGasExecutionError", { cause: named("InsufficientFundsError") }), "gasShort"],
    [new Error("insufficient funds for gas * price + value"), "gasShort"],
    [named("WaitForTransactionReceiptTimeoutError"), "lost"],
    [
      named("ContractFunctionExecutionError", { cause: { data: { errorName: "ERC20InsufficientBalance" } } }),
      "openShort",
    ],
    [{ cause: { cause: { data: { errorName: "Curation_AlreadyContributed" } } } }, "duplicate"],
    [{ cause: { data: { errorName: "Settlement_NothingToClaim" } } }, "nothingToClaim"],
    [{ cause: { data: { errorName: "Somebody_Elses" } } }, "unknown"],
    [new ApiError(402, "insufficient_credit", "Deposit first."), "creditShort"],
    [new ApiError(0, null, ""), "serviceDown"],
    [new FlowError("noVotes"), "noVotes"],
    [{ cause: { data: { errorName: "GovernorAlreadyCastVote" } } }, "alreadyVoted"],
    [null, "unknown"],
    ["text", "unknown"],
  ])("%o → %s", (error, code) => {
    expect(codeOf(error)).toBe(code);
  });

  it("survives causes that go round in circles", () => {
    const a: { cause?: unknown } = {};
    a.cause = { cause: a };
    expect(codeOf(a)).toBe("unknown");
  });
});

describe("sentences", () => {
  it.each(Object.entries(sentences))("%s is one sentence with a next step or an all-clear", (_, sentence) => {
    expect(sentence).toMatch(/^[A-Z][^.!?]*[:;,][^.!?]*\.$/);
    expect(sentence.length).toBeLessThan(150);
  });

  it("keeps what our API says", () => {
    expect(sentenceOf(new ApiError(400, "bad", "words: must be above 0."))).toBe("words: must be above 0.");
    expect(sentenceOf(new ApiError(0, null, "fetch failed"))).toBe(sentences.serviceDown);
    expect(sentenceOf({ code: 4001 })).toBe(sentences.rejected);
  });
});

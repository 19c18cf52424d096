import { privateKeyToAccount } from "viem/accounts";
import { expect, it, vi } from "vitest";
import { attribute, buildIndex, parseBits } from "../../../lib/attribution/index.ts";
import type { Trace } from "../../../lib/db/worker/traces.ts";
import { addressPayee, targetPayee } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";
import { attributor } from "./attributor.ts";
import type { ModelLedgers } from "./ModelLedgers.ts";
import { traceReceipt } from "./traceReceipt.ts";

const MODEL = 9n;
const PROVIDER = 8n;
const address = (digit: string) => `0x${digit.repeat(40)}` as const;
const hash = `0x${"a".repeat(64)}` as const;
const { saved, ownerOf } = vi.hoisted(() => ({ saved: [] as unknown[], ownerOf: new Map<bigint, string>() }));

vi.mock("../../../lib/chain/clients.ts", () => ({
  publicClient: () => ({
    readContract: async ({ functionName, args: [id] }: { functionName: string; args: [bigint] }) =>
      functionName === "ownerOf"
        ? ownerOf.get(id)
        : { provider: 2_000, owner: 1_500, contributors: 4_500, stakers: 1_000 },
  }),
}));
vi.mock("../../../lib/db/worker/traces.ts", () => ({
  receiptToTrace: async () => ({
    ...{ id: hash, payer: address("1"), model: MODEL, version: 1, provider: PROVIDER, fee: 10_000n },
    ...{ answer: "nobody's words", requestHash: hash, responseHash: hash, servedAt: 5, passages: null },
  }),
  saveTrace: async (_sql: unknown, trace: Trace) => saved.push(trace) > 0,
}));

it("pays the model's owner and the provider's owner of the moment, each his own part", async () => {
  ownerOf.set(MODEL, address("c")).set(PROVIDER, address("d"));
  const context = {
    ...{ bits: parseBits(""), gateway: privateKeyToAccount(hash) },
    deployment: {
      chainId: 31337,
      treasury: address("e"),
      contracts: { registry: address("f"), settlement: address("5") },
    },
  } as unknown as WorkerContext;
  const trace = async (answer: string) => ({ result: attribute(buildIndex([]), answer, context.bits), traceUs: 1 });
  const ledgers = { get: async () => ({ items: [], root: hash, attribute: trace }) } as unknown as ModelLedgers;
  const classifiers = { get: () => Promise.reject(new Error("no classifier")) };
  expect(
    await traceReceipt(
      context,
      attributor(context, async () => null, ledgers, classifiers),
      hash,
    ),
  ).toBe(true);
  const { payouts } = saved[0] as Trace;
  const paid = Object.fromEntries(payouts.map(({ role, payee, amount }) => [role, [payee, amount]]));
  expect(paid).toEqual({
    provider: [addressPayee(address("d")), 2_000n],
    owner: [addressPayee(address("c")), 1_500n],
    stakers: [targetPayee(MODEL), 1_000n],
    protocol: [addressPayee(address("e")), 5_500n],
  });
});

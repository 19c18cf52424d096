import type { Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { beforeEach, expect, test, vi } from "vitest";
import { saltedHash, servedTypedData } from "../../ledger/index.ts";
import type { Gateway } from "../Gateway.ts";
import type { Ending } from "./askProvider.ts";
import { bill } from "./bill.ts";
import type { Order } from "./Order.ts";
import { createProviderHealth } from "./ProviderHealth.ts";
import type { Provider } from "./providers.ts";
import { relayAnswer } from "./relayAnswer.ts";

vi.mock(import("./bill.ts"), () => ({ bill: vi.fn(async () => ({}) as never) }));

const owner = privateKeyToAccount(generatePrivateKey());
const at = { chainId: 31337, settlement: `0x${"5".repeat(40)}` as const };
const deployment = { chainId: at.chainId, contracts: { settlement: at.settlement } };
const health = createProviderHealth();
const gateway = { health, deployment } as Gateway;
const [receipt, salt]: [Hex, Hex] = [`0x${"ab".repeat(32)}`, `0x${"cd".repeat(32)}`];
const order = { model: { id: 7n }, request: { maxTokens: 10 }, startedAt: 0, receipt, salt } as Order;
const provider: Provider = { id: 3n, owner: owner.address, endpoint: "" };

async function* rest(signature: Hex | null): AsyncGenerator<string, Ending> {
  yield "two ";
  yield "three";
  return { finishReason: "stop", tokens: 3, signature };
}

const signatureOver = (text: string) =>
  owner.signTypedData(servedTypedData(at, { receipt, responseHash: saltedHash(salt, text) }));
const relay = (signature: Hex | null, deliver: (piece: string) => void = () => {}) =>
  relayAnswer(gateway, order, { provider, first: "one ", waitedMs: 5, rest: rest(signature) }, deliver);

beforeEach(() => {
  vi.mocked(bill).mockClear();
  vi.spyOn(console, "error").mockImplementation(() => {});
});

test("bills the whole answer under the signature over all of it", async () => {
  const signature = await signatureOver("one two three");
  const got: string[] = [];
  await relay(signature, (piece) => void got.push(piece));
  expect(got).toEqual(["one ", "two ", "three"]);
  expect(vi.mocked(bill).mock.calls).toMatchObject([[gateway, order, { text: "one two three", tokens: 3, signature }]]);
});

test.each([
  ["nothing", async () => null],
  ["only a part", () => signatureOver("one two ")],
])("bills nothing when %s is signed", async (_what, sign) => {
  await expect(relay(await sign())).rejects.toThrow("countersign");
  expect(bill).not.toHaveBeenCalled();
});

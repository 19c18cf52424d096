import { beforeEach, expect, test, vi } from "vitest";
import type { Gateway } from "../Gateway.ts";
import type { Ending } from "./askProvider.ts";
import { bill } from "./bill.ts";
import type { Order } from "./Order.ts";
import { createProviderHealth } from "./ProviderHealth.ts";
import type { Provider } from "./providers.ts";
import { relayAnswer } from "./relayAnswer.ts";

vi.mock(import("./bill.ts"), () => ({ bill: vi.fn(async () => ({}) as never) }));

const gateway = { health: createProviderHealth() } as Gateway;
const order = { model: { id: 7n }, request: { maxTokens: 10 }, startedAt: 0 } as Order;
const provider: Provider = { id: 3n, owner: `0x${"1".repeat(40)}`, endpoint: "" };

async function* rest(): AsyncGenerator<string, Ending> {
  yield "two ";
  yield "three";
  return { finishReason: "stop", tokens: 3, signature: "0x12" };
}

/** Relays "one two three" to a caller who leaves after so many pieces. */
function relayTo(pieces: number) {
  const got: string[] = [];
  const started = { provider, first: "one ", rest: rest() };
  return relayAnswer(
    gateway,
    order,
    started,
    (piece) => void got.push(piece),
    () => got.length >= pieces,
  );
}

beforeEach(() => void vi.mocked(bill).mockClear());

test("bills a caller who left for what was handed on, though the provider went on to a signed end", async () => {
  expect(await relayTo(2)).toBeNull();
  expect(vi.mocked(bill).mock.calls).toMatchObject([
    [gateway, order, { text: "one two ", tokens: 2, signature: null }],
  ]);
});

test("bills nothing when the caller left before the first word", async () => {
  await expect(relayTo(0)).rejects.toThrow("left before");
  expect(bill).not.toHaveBeenCalled();
});

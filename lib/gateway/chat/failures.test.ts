import { parseEther } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Model } from "../../../services/provider/models.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { gatewayWorld, PRICE } from "../testing/gatewayWorld.ts";
import { scripted } from "../testing/scripted.ts";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof gatewayWorld>>;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  world = await gatewayWorld(stack);
});
afterEach(() => world.removeProviders());
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const PLENTY = parseEther("100");

describe("when something breaks", () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {})); // it is logged, too
  afterEach(() => vi.restoreAllMocks());

  it("charges nothing when no provider answers, and frees the credit", async () => {
    const server = await world.addProvider(3n, world.reference);
    server.close();
    const payer = await world.addPayer(PLENTY);
    const answer = await world.ask(payer.key, {});
    expect(answer.status).toBe(503);
    expect((await answer.json()).error).toMatchObject({ code: "provider_unavailable", type: "api_error" });
    expect(await world.receiptsOf(payer.payer)).toEqual([]);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it("asks the next provider when the first fails before its first word", async () => {
    await world.addProvider(3n, scripted(0, "fails"));
    await world.addProvider(4n, world.reference);
    const payer = await world.addPayer(PLENTY);
    expect((await world.ask(payer.key, {})).status).toBe(200);
    expect((await world.receiptsOf(payer.payer))[0]!.provider).toBe(4n);
  });

  it("ends a stream with an error event when the provider fails midway, and charges nothing", async () => {
    await world.addProvider(3n, scripted(3, "fails"));
    const payer = await world.addPayer(PLENTY);
    const text = await (await world.ask(payer.key, { stream: true })).text();
    expect(text).toContain("word2");
    expect(text).toContain('"code":"provider_failed"');
    expect(text).not.toContain("[DONE]");
    const whole = await world.ask(payer.key, {});
    expect([whole.status, (await whole.json()).error.code]).toEqual([503, "provider_failed"]);
    expect(await world.receiptsOf(payer.payer)).toEqual([]);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  /** Reads a stream until it holds `text`, then hangs up. */
  const hangUpAt = async (answer: Response, text: string) => {
    const reader = answer.body!.getReader();
    let got = "";
    while (!got.includes(text)) got += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
  };

  it("charges a caller who hangs up for the whole answer, countersigned, and shows it at the receipt", async () => {
    const goOn = Promise.withResolvers<void>();
    const model: Model = {
      async *answer() {
        yield "word0 ";
        await goOn.promise;
        yield "word1 ";
        return "stop";
      },
    };
    await world.addProvider(3n, model);
    const payer = await world.addPayer(PLENTY);
    const leaving = new AbortController();
    await hangUpAt(await world.ask(payer.key, { stream: true }, { signal: leaving.signal }), "word0");
    leaving.abort();
    expect([await world.reservationsOf(payer.payer), await world.receiptsOf(payer.payer)]).toEqual([1, []]);
    goOn.resolve();
    await expect.poll(() => world.receiptsOf(payer.payer)).toHaveLength(1);
    const [receipt] = await world.receiptsOf(payer.payer);
    expect(receipt).toMatchObject({ answer: "word0 word1 ", completionTokens: 2 });
    expect(receipt!.providerSignature).toMatch(/^0x[0-9a-f]{130}$/);
    expect(receipt!.fee).toBe((PRICE / 1000n) * 7n);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it("charges a caller who hangs up nothing when the provider never signs", async () => {
    await world.addProvider(3n, scripted(3, "hangs"));
    const payer = await world.addPayer(PLENTY);
    await hangUpAt(await world.ask(payer.key, { stream: true }), "word2");
    await world.removeProviders(); // breaks off
    await expect.poll(() => world.reservationsOf(payer.payer)).toBe(0);
    expect(await world.receiptsOf(payer.payer)).toEqual([]);
  });

  it("stops the provider, and charges nothing, when the caller leaves before the first word", async () => {
    const stopped = Promise.withResolvers<void>();
    const model: Model = {
      async *answer(_input, signal) {
        leaving.abort();
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        stopped.resolve();
        return "stop";
      },
    };
    const leaving = new AbortController();
    await world.addProvider(3n, model);
    const payer = await world.addPayer(PLENTY);
    expect((await world.ask(payer.key, {}, { signal: leaving.signal })).status).toBe(499);
    await stopped.promise;
    expect(await world.receiptsOf(payer.payer)).toEqual([]);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it.each([false, true])("charges nothing for an answer nobody countersigned (stream: %s)", async (stream) => {
    await world.addProvider(3n, world.reference);
    await stack.sql`update indexer.asset set owner = ${`0x${"7".repeat(40)}`} where id = 3`;
    const payer = await world.addPayer(PLENTY);
    const answer = await world.ask(payer.key, { stream });
    expect(answer.status).toBe(stream ? 200 : 503);
    const text = await answer.text();
    expect(text).toContain('"code":"provider_failed"');
    expect(text).not.toContain("[DONE]");
    expect(await world.receiptsOf(payer.payer)).toEqual([]);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it("does not say that nothing was charged once billing began", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY);
    await stack.sql`alter table gateway.receipt add constraint away check (false) not valid`;
    try {
      const whole = await world.ask(payer.key, {});
      expect(whole.status).toBe(500);
      for (const text of [await whole.text(), await (await world.ask(payer.key, { stream: true })).text()]) {
        expect(text).toContain('"code":"billing_failed"');
        expect(text).not.toContain("Nothing was charged");
      }
    } finally {
      await stack.sql`alter table gateway.receipt drop constraint away`;
    }
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it("asks nobody who has less than 1,000 OPEN at stake", async () => {
    await world.addProvider(3n, world.reference, parseEther("1000") - 1n);
    await world.addProvider(5n, world.reference, parseEther("2000"), parseEther("1000") - 1n); // the rest is thawing
    const payer = await world.addPayer(PLENTY);
    expect((await world.ask(payer.key, {})).status).toBe(503);
    await world.addProvider(4n, world.reference);
    expect((await world.ask(payer.key, {})).status).toBe(200);
    expect((await world.receiptsOf(payer.payer))[0]!.provider).toBe(4n);
  });
});

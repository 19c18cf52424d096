import OpenAI from "openai";
import { parseEther } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Model } from "../../../services/provider/models.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { tokenise } from "../../attribution/index.ts";
import { saltedHash } from "../../ledger/index.ts";
import { acceptVoucher } from "../account/acceptVoucher.ts";
import { creditOf } from "../account/credit.ts";
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

const QUESTION = "Is there a patent license?";
const messages = [{ role: "user" as const, content: QUESTION }];
const PLENTY = parseEther("100");

describe("with the official client", () => {
  it("lists models and answers at once, with a receipt", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY);
    const client = world.clientOf(payer.key);
    expect((await client.models.list()).data).toMatchObject([
      { id: "licence-clerk", object: "model", openledger: { id: "ol-7", perThousandTokens: PRICE.toString() } },
    ]);

    const { data, response } = await client.chat.completions
      .create({ model: "licence-clerk", messages })
      .withResponse();
    const { openledger } = data as unknown as {
      openledger: { receipt: `0x${string}`; fee: string; receiptUrl: string };
    };
    const answer = data.choices[0]!.message.content!;
    expect(answer).toContain("patent license to make, use and sell");
    expect(data.choices[0]!.finish_reason).toBe("stop");
    const [prompt, completion] = [tokenise(QUESTION).length, tokenise(answer).length];
    expect(data.usage).toEqual({
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
    });
    expect(BigInt(openledger.fee)).toBe((BigInt(prompt + completion) * PRICE) / 1000n);
    expect(response.headers.get("x-openledger-receipt")).toBe(openledger.receipt);
    expect(openledger.receiptUrl).toBe(`http://127.0.0.1:3000/receipts/${openledger.receipt}`);

    const [row] = await stack.sql`select * from gateway.receipt where id = ${openledger.receipt}`;
    expect(row).toMatchObject({
      payer: payer.payer,
      question: QUESTION,
      answer,
      visibility: "private",
      fee: BigInt(openledger.fee),
    });
    expect(row!.requestHash).toBe(saltedHash(row!.salt, QUESTION));
    expect(row!.responseHash).toBe(saltedHash(row!.salt, answer));
    expect(row!.providerSignature).toMatch(/^0x[0-9a-f]{130}$/);
    expect(world.traced).toContain(openledger.receipt);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it("streams word by word, and tells usage and receipt at the end", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY);
    const stream = await world.clientOf(payer.key).chat.completions.create({
      ...{ model: "ol-7", messages, stream: true, stream_options: { include_usage: true } },
    });
    const chunks: (OpenAI.ChatCompletionChunk & { openledger?: { receipt: string } })[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
    const [receipt] = await world.receiptsOf(payer.payer);
    expect(text).toBe(receipt!.answer);
    expect(chunks.length).toBeGreaterThan(20);
    expect(chunks[0]!.choices[0]!.delta.role).toBe("assistant");
    expect(chunks.at(-2)).toMatchObject({ choices: [{ finish_reason: "stop" }], openledger: { receipt: receipt!.id } });
    expect(chunks.at(-1)).toMatchObject({ choices: [], openledger: { receipt: receipt!.id } });
    expect(chunks.at(-1)!.usage!.completion_tokens).toBe(receipt!.completionTokens);
  });

  it("says in the client's own errors what is wrong", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY);
    const create = (key: string, changes: object) =>
      world.clientOf(key).chat.completions.create({ model: "licence-clerk", messages, ...changes });
    await expect(create(`ol_${"x".repeat(43)}`, {})).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    await expect(create(payer.key, { model: "gpt" })).rejects.toMatchObject({
      status: 404,
      code: "model_not_found",
      param: "model",
    });
    await expect(create(payer.key, { n: 2 })).rejects.toMatchObject({ status: 400, param: "n" });
    const poor = await world.addPayer(1n);
    await expect(create(poor.key, {})).rejects.toMatchObject({ status: 402, code: "insufficient_credit" });
  });
});

describe("money", () => {
  it("never lets fifty requests at once spend more than was prepaid", async () => {
    await world.addProvider(3n, scripted(5, "ends"));
    // 5 words of question and 5 of answer, set aside in full: seven fit.
    const payer = await world.addPayer((PRICE / 1000n) * 10n * 7n + 1n, PLENTY);
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.ask(payer.key, { max_tokens: 5 })));
    const statuses = answers.map(({ status }) => status);
    const receipts = await world.receiptsOf(payer.payer);
    const served = statuses.filter((status) => status === 200).length;
    expect(statuses.every((status) => status === 200 || status === 402)).toBe(true);
    expect(served).toBe(receipts.length);
    expect(served).toBe(7);
    const credit = await creditOf(world.gateway, payer.address);
    expect(credit).toMatchObject({
      reserved: 0n,
      available: 1n,
      spent: receipts.reduce((sum, { fee }) => sum + fee, 0n),
    });
    expect(credit.spent).toBeLessThanOrEqual(credit.balance);
  });

  it("sees the same credit before and after the escrow is drawn from", async () => {
    await world.addProvider(3n, scripted(5, "ends"));
    const payer = await world.addPayer(PLENTY, PLENTY);
    await world.ask(payer.key, {});
    const before = await creditOf(world.gateway, payer.address);
    world.accounts.set(payer.address, { balance: PLENTY - before.spent, spent: before.spent, thawing: 0n });
    const after = await creditOf(world.gateway, payer.address);
    expect(after.available).toBe(before.available);
    world.accounts.set(payer.address, { balance: PLENTY - before.spent, spent: before.spent, thawing: PLENTY });
    expect((await creditOf(world.gateway, payer.address)).available).toBe(0n);
  });

  it("counts what the escrow has drawn as spent, also when the database was restored from before", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY, PLENTY);
    await stack.sql`insert into gateway.account (payer, spent) values (${payer.payer}, 0)`;
    world.accounts.set(payer.address, { balance: 1n, spent: PLENTY - 1n, thawing: 0n });
    expect(await creditOf(world.gateway, payer.address)).toMatchObject({ spent: PLENTY - 1n, available: 1n });
    expect((await world.ask(payer.key, {})).status).toBe(402);
  });

  it("bills by the price it set aside by, though the model's rises meanwhile, and names that version", async () => {
    const goOn = Promise.withResolvers<void>();
    const model: Model = {
      async *answer() {
        yield "one ";
        await goOn.promise;
        yield "two";
        return "stop";
      },
    };
    await world.addProvider(3n, model);
    const payer = await world.addPayer(PLENTY);
    const answer = await world.ask(payer.key, { stream: true });
    await world.publishModel({ version: 2, price: PRICE * 1000n });
    goOn.resolve();
    await answer.text();
    expect(await world.receiptsOf(payer.payer)).toMatchObject([{ version: 1, fee: (PRICE / 1000n) * 7n }]);
    await world.ask(payer.key, { max_tokens: 2 });
    expect((await world.receiptsOf(payer.payer))[1]).toMatchObject({ version: 2, fee: PRICE * 7n });
    await world.publishModel({ version: 3, price: PRICE });
  });

  it("frees what a dead process had set aside, after a while", async () => {
    const payer = await world.addPayer(PLENTY);
    await stack.sql`insert into gateway.account (payer, spent) values (${payer.payer}, 0)`;
    await stack.sql`insert into gateway.reservation (payer, amount, expires_at)
      values (${payer.payer}, ${PLENTY.toString()}, now() + interval '1 hour')`;
    expect((await world.ask(payer.key, {})).status).toBe(402);
    await stack.sql`update gateway.reservation set expires_at = now() where payer = ${payer.payer}`;
    await world.addProvider(3n, world.reference);
    expect((await world.ask(payer.key, {})).status).toBe(200);
    expect(await world.reservationsOf(payer.payer)).toBe(0);
  });

  it("cuts an answer at max_tokens, charges the words before the cut, and keeps the provider's signature", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY);
    const answer = await world.ask(payer.key, { max_tokens: 4 });
    expect(await answer.json()).toMatchObject({
      choices: [{ finish_reason: "length" }],
      usage: { completion_tokens: 4 },
    });
    const [receipt] = await world.receiptsOf(payer.payer);
    expect(tokenise(receipt!.answer).length).toBe(4);
    expect(receipt!.providerSignature).not.toBeNull();
  });
});

describe("vouchers", () => {
  const paymentHeader = (payment: object) => ({
    "x-payment": Buffer.from(JSON.stringify(payment)).toString("base64"),
  });

  it("pay for a request by themselves, and raise the limit", async () => {
    await world.addProvider(3n, world.reference);
    const payer = await world.addPayer(PLENTY, 0n);
    const limit = PLENTY / 2n;
    const headers = paymentHeader(await payer.payment(limit));
    const [first, second] = await Promise.all([world.ask("", {}, { headers }), world.ask("", {}, { headers })]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await creditOf(world.gateway, payer.address)).limit).toBe(limit);
  });

  it("pay for their payer's requests only, as long as the access is fresh", async () => {
    await world.addProvider(3n, world.reference);
    const [payer, thief] = [await world.addPayer(PLENTY), await world.addPayer(0n)];
    const { access, ...voucher } = await payer.payment(PLENTY);
    const ask = async (changes: object) => {
      const answer = await world.ask("", {}, { headers: paymentHeader({ ...voucher, ...changes }) });
      const { error } = await answer.json();
      return error ? [answer.status, error.param] : [answer.status];
    };
    const now = Math.trunc(Date.now() / 1_000);
    expect(await ask({})).toEqual([401, "access"]);
    expect(await ask({ access: await thief.access() })).toEqual([401, "access.signature"]);
    expect(await ask({ access: await payer.access(now - 3_700) })).toEqual([401, "access.issuedAt"]);
    expect(await ask({ access: await payer.access(now + 400) })).toEqual([401, "access.issuedAt"]);
    expect(await world.receiptsOf(payer.payer)).toEqual([]);
    expect([await ask({ access }), await ask({ access })]).toEqual([[200], [200]]);
  });

  it("raise the limit and never lower it, drawn on or not", async () => {
    const payer = await world.addPayer(PLENTY, 10n);
    const accept = async (limit: bigint) => acceptVoucher(world.gateway, { ...(await payer.payment(limit)), limit });
    world.accounts.set(payer.address, { balance: PLENTY - 3n, spent: 3n, thawing: 0n });
    await accept(10n);
    await accept(11n);
    await expect(accept(10n)).rejects.toMatchObject({
      status: 402,
      details: { code: "voucher_superseded", openledger: { signAtLeast: "11" } },
    });
    await accept(11n);
    expect((await creditOf(world.gateway, payer.address)).limit).toBe(11n);
  });

  it.each(["", "e30=", "!!", Buffer.from("[1]").toString("base64")])("%j is no payment", async (header) => {
    const answer = await world.ask("", {}, { headers: { "x-payment": header } });
    expect(answer.status).toBe(400);
  });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, recoverTypedDataAddress } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEvents } from "../../lib/gateway/chat/readEvents.ts";
import { saltedHash, servedTypedData } from "../../lib/ledger/index.ts";
import { startSearch } from "../../lib/search/startSearch.ts";
import { searchedOf } from "../../lib/search/testing/searchedOf.ts";
import { createProvider } from "./createProvider.ts";
import { extractiveModel } from "./extractiveModel.ts";
import { type Model, ModelError } from "./models.ts";
import { upstreamModel } from "./upstreamModel.ts";

const at = { chainId: 31337, settlement: `0x${"5".repeat(40)}` as const };
const account = privateKeyToAccount(generatePrivateKey());
const TEXT = "The licensee may sell copies of the software without paying any royalty to the authors.";
const search = await startSearch(await searchedOf([{ id: "1", title: "Toy licence", text: TEXT }]));
const extractive = extractiveModel(search.quote);
afterAll(() => search.close());

const servers: Server[] = [];
async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What the upstream sends, as server-sent events. */
let upstreamEvents: string[] = [];
let upstreamAsked: unknown;
let url: string;

beforeEach(async () => {
  const upstream = await listen(
    createServer(async (request, response) => {
      let body = "";
      for await (const part of request) body += part;
      upstreamAsked = { path: request.url, key: request.headers.authorization, body: JSON.parse(body) };
      response.writeHead(200).end(upstreamEvents.map((data) => `data: ${data}\n\n`).join(""));
    }),
  );
  const served: Record<string, Model> = {
    "7@1": extractive,
    "9@1": {
      async *answer() {
        yield "nul\0 and ";
        yield "more";
        return "stop";
      },
    },
    "8@1": upstreamModel({ url: `${upstream}/v1`, key: "sk-test" }, "tiny"),
  };
  const get = async (id: bigint, version: number) => {
    const model = served[`${id}@${version}`];
    if (model) return model;
    throw new ModelError(404, `There is no model ${id} in version ${version}.`);
  };
  url = await listen(createProvider({ models: { get, loaded: () => ["7@1"] }, account, at }));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const messages = [{ role: "user", content: "May the licensee sell copies?" }];
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

async function stream(body: object, headers = {}) {
  const events: string[] = [];
  for await (const data of readEvents((await post({ ...body, stream: true }, headers)).body!)) events.push(data);
  const chunks = events.filter((data) => data !== "[DONE]").map((data) => JSON.parse(data));
  const text = chunks.map(({ choices }) => choices?.[0]?.delta.content ?? "").join("");
  return { chunks, text, isDone: events.at(-1) === "[DONE]" };
}

describe("the reference provider", () => {
  it("quotes its datanets, at once and word by word", async () => {
    const whole = await (await post({ model: "7@1", messages })).json();
    expect(whole.choices[0]).toMatchObject({ message: { role: "assistant", content: TEXT }, finish_reason: "stop" });
    const { text, chunks, isDone } = await stream({ model: "7@1", messages });
    expect([text, isDone]).toEqual([TEXT, true]);
    expect(chunks.length).toBeGreaterThan(TEXT.split(" ").length);
  });

  it("says so when nothing fits, instead of guessing", async () => {
    const question = [{ role: "user", content: "Who won the chess championship in 1972?" }];
    expect((await stream({ model: "7@1", messages: question })).text).toMatch(
      /^No passage of this model’s datanets answers that/,
    );
  });

  it("signs exactly what it served, also when max_tokens cut it", async () => {
    const [receipt, salt]: Hex[] = [`0x${"ab".repeat(32)}`, `0x${"cd".repeat(32)}`];
    const headers = { "x-openledger-receipt": receipt!, "x-openledger-salt": salt! };
    for (const limits of [{}, { max_tokens: 3 }]) {
      const { text, chunks } = await stream({ model: "7@1", messages, ...limits }, headers);
      const { signature } = chunks.at(-1).openledger;
      const served = { receipt: receipt!, responseHash: saltedHash(salt!, text) };
      expect(await recoverTypedDataAddress({ ...servedTypedData(at, served), signature })).toBe(account.address);
    }
    expect((await stream({ model: "7@1", messages, max_tokens: 3 }, headers)).text.trim()).toBe("The licensee may");
  });

  it("serves and signs U+FFFD for U+0000, which no gateway can keep", async () => {
    const [receipt, salt]: Hex[] = [`0x${"ab".repeat(32)}`, `0x${"cd".repeat(32)}`];
    const headers = { "x-openledger-receipt": receipt!, "x-openledger-salt": salt! };
    const { text, chunks } = await stream({ model: "9@1", messages }, headers);
    expect(text).toBe("nul\uFFFD and more");
    const served = { receipt: receipt!, responseHash: saltedHash(salt!, text) };
    const { signature } = chunks.at(-1).openledger;
    expect(await recoverTypedDataAddress({ ...servedTypedData(at, served), signature })).toBe(account.address);
  });

  it("tells its health", async () => {
    const health = await (await fetch(`${url}/health`)).json();
    expect(health).toEqual({ ok: true, address: account.address, models: ["7@1"] });
  });

  it.each([
    ["{", 400, "body"],
    [{}, 400, "model"],
    [{ model: "clerk", messages }, 400, "model: must be <registry id>@<version>"],
    [{ model: "7@1", messages: [] }, 400, "messages"],
    [{ model: "7@1", messages, max_tokens: 0 }, 400, "max_tokens"],
    [{ model: "7@2", messages }, 404, "There is no model 7 in version 2."],
    ["x".repeat(2_200_000), 413, "larger than"],
  ])("refuses %.60j with %i", async (body, status, reason) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect((await response.json()).error.message).toContain(reason);
  });

  it("refuses half a receipt, other paths and other methods", async () => {
    expect((await post({ model: "7@1", messages }, { "x-openledger-receipt": "0x1" })).status).toBe(400);
    expect((await fetch(`${url}/etc/passwd`)).status).toBe(404);
    expect((await fetch(`${url}/v1/chat/completions`)).status).toBe(405);
  });
});

describe("with an upstream", () => {
  const delta = (content: string) =>
    JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });

  it("passes question, sampling and key on, and the answer back", async () => {
    upstreamEvents = [
      delta("Hello "),
      delta("there."),
      JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }),
      "[DONE]",
    ];
    const { text, isDone } = await stream({ model: "8@1", messages, temperature: 0.2, max_tokens: 9 });
    expect([text, isDone]).toEqual(["Hello there.", true]);
    expect(upstreamAsked).toEqual({
      path: "/v1/chat/completions",
      key: "Bearer sk-test",
      body: { model: "tiny", messages, temperature: 0.2, max_tokens: 9, stream: true },
    });
  });

  it("stops at max_tokens by our count of words", async () => {
    upstreamEvents = [delta("one two "), delta("three four"), "[DONE]"];
    const { text, chunks } = await stream({ model: "8@1", messages, max_tokens: 3 });
    expect(text).toBe("one two three ");
    expect(chunks.at(-1).choices[0].finish_reason).toBe("length");
  });

  it("reports an upstream that breaks off: as an event midway, as a status before", async () => {
    upstreamEvents = [delta("half an ")];
    const { text, chunks, isDone } = await stream({ model: "8@1", messages });
    expect([text, isDone]).toEqual(["half an ", false]);
    expect(chunks.at(-1).error.message).toBe("The upstream broke off.");
    upstreamEvents = [];
    expect((await post({ model: "8@1", messages, stream: true })).status).toBe(502);
  });
});

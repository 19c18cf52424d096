import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAskEndpoint } from "./askEndpoint.ts";

const LOCAL = 31337;
const PUBLIC = 1;
let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === "/away") response.writeHead(302, { location: "/" });
    response.end("here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (ask: ReturnType<typeof createAskEndpoint>, host: string, path = "/") =>
  ask(`http://${host}:${port}${path}`, { method: "GET", signal: AbortSignal.timeout(120_000) });

test.each(["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])("asks %s on the local chain", async (host) => {
  const response = await get(createAskEndpoint(LOCAL), host);
  response.resume();
  expect(response.statusCode).toBe(200);
});

test.each(["127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"])(
  "does not ask %s on any other",
  async (host) => {
    const before = asked;
    await expect(get(createAskEndpoint(PUBLIC), host)).rejects.toThrow("is not on the public internet");
    expect(asked).toBe(before);
  },
);

test("judges the addresses it connects to, each time, all of them", async () => {
  const answers = [["127.0.0.1"], ["9.9.9.9", "10.0.0.1"], []];
  let lookups = 0;
  const ask = createAskEndpoint(PUBLIC, (_host, _options, done) => {
    done(
      null,
      answers[lookups++]!.map((address) => ({ address, family: 4 })),
    );
  });
  for (const _ of answers) await expect(get(ask, "rebound.example")).rejects.toThrow("not on the public internet");
  expect(lookups).toBe(answers.length);
});

test("does not follow where it is sent", async () => {
  const before = asked;
  const response = await get(createAskEndpoint(LOCAL), "127.0.0.1", "/away");
  response.resume();
  expect([response.statusCode, asked]).toEqual([302, before + 1]);
});

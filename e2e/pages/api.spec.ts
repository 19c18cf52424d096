import OpenAI from "openai";
import { prepaidKey } from "../fixtures/payer.ts";
import { expect, test } from "../fixtures/test.ts";

// The official client, unchanged, against the running gateway.

let client: OpenAI;
let baseURL = "";

test.beforeAll(async ({ baseURL: origin }) => {
  baseURL = `${origin}/api/v1`;
  client = new OpenAI({ baseURL, apiKey: await prepaidKey(baseURL), maxRetries: 0 });
});

test("what the API does not have is said in JSON", async () => {
  await expect(client.embeddings.create({ model: "licence-counsel", input: "x" })).rejects.toMatchObject({
    status: 404,
    code: "unknown_path",
  });
});

test("the root of the API and a method that a path has not are answered in JSON too", async ({ request }) => {
  const root = await request.get(baseURL);
  expect([root.status(), (await root.json()).error.code]).toEqual([404, "unknown_path"]);
  const wrong = await request.get(`${baseURL}/chat/completions`);
  expect([wrong.status(), wrong.headers().allow]).toEqual([405, "POST, OPTIONS"]);
  expect((await wrong.json()).error.message).toMatch(/has no GET\. Use POST\./);
});

test("models are listed", async () => {
  const names: string[] = [];
  for await (const model of client.models.list()) names.push(model.id);
  expect(names).toContain("licence-counsel");
});

test("an answer in one piece carries its receipt", async ({ request }) => {
  const answer = await client.chat.completions.create({
    model: "licence-counsel",
    messages: [{ role: "user", content: "Does the Apache License 2.0 grant a patent license?" }],
  });
  expect(answer.choices[0]!.message.content).toMatch(/patent license/i);
  expect(answer.usage!.total_tokens).toBe(answer.usage!.prompt_tokens + answer.usage!.completion_tokens);
  const { openledger } = answer as unknown as { openledger: { receipt: string; fee: string } };
  await expect
    .poll(async () => (await (await request.get(`${baseURL}/receipts/${openledger.receipt}`)).json()).attribution)
    .not.toBeNull();
});

test("a streamed answer arrives in pieces and equals what the receipt holds", async () => {
  const stream = await client.chat.completions.create({
    model: "licence-counsel",
    messages: [{ role: "user", content: "What must I do to redistribute Apache 2.0 software?" }],
    stream: true,
    stream_options: { include_usage: true },
  });
  const pieces: string[] = [];
  let tokens = 0;
  for await (const chunk of stream) {
    const piece = chunk.choices[0]?.delta.content;
    if (piece) pieces.push(piece);
    tokens = chunk.usage?.total_tokens ?? tokens;
  }
  expect(pieces.length).toBeGreaterThan(3);
  expect(tokens).toBeGreaterThan(0);
});

test("refusals name the field and the remedy", async ({ request }) => {
  const bad = client.chat.completions.create({ model: "no-such-model", messages: [{ role: "user", content: "?" }] });
  await expect(bad).rejects.toMatchObject({ status: 404, param: "model" });
  const stranger = new OpenAI({ baseURL, apiKey: "ol_unknown", maxRetries: 0 });
  await expect(
    stranger.models.list().then(() =>
      stranger.chat.completions.create({
        model: "licence-counsel",
        messages: [{ role: "user", content: "Anything?" }],
      }),
    ),
  ).rejects.toMatchObject({ status: 401 });
  for (const body of ["", "{", "[]", '{"model":1}', '{"model":"licence-counsel","messages":[]}']) {
    const response = await request.post(`${baseURL}/chat/completions`, {
      headers: { authorization: `Bearer ${client.apiKey}`, "content-type": "application/json" },
      data: Buffer.from(body),
    });
    expect(response.status(), body).toBe(400);
    expect((await response.json()).error.message).toBeTruthy();
  }
});

import { expect, test } from "vitest";
import { readEvents } from "./readEvents.ts";

async function events(text: string, size: number): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  const found: string[] = [];
  for await (const data of readEvents(body)) found.push(data);
  return found;
}

const text =
  ': comment\n\ndata: {"a":"é😀"}\n\nevent: x\r\ndata:two\r\ndata: lines\r\n\r\n\n\ndata: [DONE]\n\ndata: cut off';

test.each([1, 2, 3, 7, 1_000])("reads the events of a body that comes in chunks of %i bytes", async (size) => {
  expect(await events(text, size)).toEqual(['{"a":"é😀"}', "two\nlines", "[DONE]"]);
});

test.each([
  ["a line", `data: ${"x".repeat(1_200_000)}`],
  ["an event", "data: 0123456789\n".repeat(80_000)],
  ["an event of empty lines", "data:\n".repeat(250_000)],
])("gives up on %s without an end", async (_what, text) => {
  await expect(events(text, 65_536)).rejects.toThrow("does not end");
});

test("gives up on an event of many long lines, also when all of it comes at once", async () => {
  const lines = `data: ${"x".repeat(300_000)}\n`;
  expect(await events(`${lines.repeat(3)}\n`, 8_000_000)).toHaveLength(1);
  await expect(events(`${lines.repeat(4)}\n`, 8_000_000)).rejects.toThrow("does not end");
});

test("gives up on a stream without an end, whatever it holds", async () => {
  await expect(events(`data: ${"x".repeat(900_000)}\n\n`.repeat(9), 65_536)).rejects.toThrow("longer than");
  await expect(events(": nothing\n\n".repeat(800_000), 65_536)).rejects.toThrow("longer than");
  expect(await events("data: x\n\n".repeat(200_000), 65_536)).toHaveLength(200_000);
});

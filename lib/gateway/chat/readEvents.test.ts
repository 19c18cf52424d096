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

test("gives up on a line without an end", async () => {
  await expect(events(`data: ${"x".repeat(1_200_000)}`, 65_536)).rejects.toThrow("does not end");
});

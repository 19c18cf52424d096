/** Longest line that is read, in characters: the other side may be anybody. */
const MOST_LINE = 1_000_000;

/**
 * The `data` of each server-sent event of a body, in order. Lines may be split anywhere between chunks.
 * @throws Error when a line never ends
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = "";
  let data: string[] = [];
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/);
    rest = lines.pop()!;
    if (rest.length > MOST_LINE) throw new Error("a line of the event stream does not end");
    for (const line of lines) {
      if (line === "" && data.length > 0) {
        yield data.join("\n");
        data = [];
      } else if (line.startsWith("data:")) {
        data.push(line.slice(line[5] === " " ? 6 : 5));
      }
    }
  }
  // An event that the end of the stream cut off is none, by the standard.
}

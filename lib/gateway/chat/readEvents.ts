/** Longest event that is read, and so the longest line, in characters: the other side may be anybody. */
const MOST_EVENT = 1_000_000;
/** Longest stream that is read, in bytes. */
const MOST_BYTES = 8_000_000;

/**
 * The `data` of each server-sent event of a body, in order. Lines may be split anywhere between chunks.
 * @throws Error when an event never ends, or the stream does not
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let read = 0;
  let rest = "";
  let data: string[] = [];
  let length = 0;
  for await (const bytes of body) {
    read += bytes.byteLength;
    if (read > MOST_BYTES) throw new Error(`the event stream is longer than ${MOST_BYTES} bytes`);
    const text = decoder.decode(bytes, { stream: true });
    rest += text;
    // A long line in small chunks is not looked through again with each of them.
    const lines = text.includes("\n") ? rest.split(/\r?\n/) : [rest];
    rest = lines.pop()!;
    for (const line of lines) {
      if (line === "" && data.length > 0) {
        yield data.join("\n");
        data = [];
        length = 0;
      } else if (line.startsWith("data:")) {
        data.push(line.slice(line[5] === " " ? 6 : 5));
        length += line.length;
        if (length > MOST_EVENT) throw tooLong();
      }
    }
    if (length + rest.length > MOST_EVENT) throw tooLong();
  }
  // An event that the end of the stream cut off is none, by the standard.
}

const tooLong = () => new Error(`an event of the stream does not end within ${MOST_EVENT} characters`);

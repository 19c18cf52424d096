import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MAX_TEXT_BYTES } from "../../../lib/intake/LedgerTexts.ts";
import { createFileStore } from "../../../lib/storage/fileStore.ts";
import { readContribution } from "./readContribution.ts";

const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-intake-"));
const store = createFileStore(directory);
afterAll(() => rmSync(directory, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const uriOf = async (document: object) => `ipfs://${(await store.put(bytes(JSON.stringify(document)))).cid}`;
const documentOf = (content: string) => ({ type: "contribution", title: "A text", mediaType: "text/plain", content });
const uriOfText = async (text: Uint8Array) => uriOf(documentOf((await store.put(text)).cid));
const absent = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy";

describe("readContribution", () => {
  it("reads document and text, a byte order mark included", async () => {
    const reading = await readContribution(await uriOfText(bytes("\ufeffhéllo")), store);
    expect(reading).toMatchObject({ kind: "read", text: "\ufeffhéllo", bytes: 9, document: { title: "A text" } });
  });

  it.each<[string, () => Promise<string>, RegExp]>([
    ["another scheme", async () => "https://example.org", /malformed: uri: .* does not begin with ipfs/],
    ["no JSON", async () => `ipfs://${(await store.put(bytes("{"))).cid}`, /malformed: not a JSON/],
    [
      "a missing title",
      () => uriOf({ type: "contribution", mediaType: "text/plain", content: absent }),
      /malformed: title/,
    ],
    ["another type", () => uriOf({ type: "gateway", name: "G", contact: "g@example.org" }), /of type gateway/],
    ["no UTF-8", () => uriOfText(new Uint8Array([0x61, 0xff])), /not UTF-8/],
    [
      "too large a text",
      () => uriOfText(new Uint8Array(MAX_TEXT_BYTES + 1).fill(0x61)),
      /1,048,577 bytes; at most 1,048,576/,
    ],
  ])("refuses %s", async (_what, uri, problem) => {
    const reading = await readContribution(await uri(), store);
    expect(reading).toEqual({ kind: "refused", problem: expect.stringMatching(problem) });
  });

  it("tells what is missing or damaged, for it may come", async () => {
    expect(await readContribution(`ipfs://${absent}`, store)).toMatchObject({ kind: "missing" });
    const reading = await readContribution(await uriOf(documentOf(absent)), store);
    expect(reading).toEqual({ kind: "missing", problem: `Its content could not be fetched: ${absent}.` });
    const { cid } = await store.put(bytes("to be damaged"));
    writeFileSync(path.join(directory, cid.slice(-2), cid), "damaged");
    expect(await readContribution(await uriOf(documentOf(cid)), store)).toMatchObject({ kind: "missing" });
  });

  it("throws when the store itself fails", async () => {
    const broken = { ...store, get: () => Promise.reject(Object.assign(new Error("I/O error"), { code: "EIO" })) };
    await expect(readContribution(`ipfs://${absent}`, broken)).rejects.toThrow("I/O error");
  });
});

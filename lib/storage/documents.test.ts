import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { keccak256 } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDocument, type ModelDocument, putDocument } from "./documents.ts";
import { createFileStore, type Store } from "./fileStore.ts";

let directory: string;
let store: Store;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "documents-"));
  store = createFileStore(directory);
});
afterAll(() => rm(directory, { recursive: true }));

const model: ModelDocument = {
  type: "model",
  name: "Licence clerk",
  summary: "Answers about licences.",
  description: "",
  method: "datanet-extractive",
  price: { perThousandTokens: "500000000000000000" },
  licence: "CC0-1.0",
  contact: "clerk@example.org",
};
const putText = async (text: string) => `ipfs://${(await store.put(new TextEncoder().encode(text))).cid}`;

test("a document comes back as it was put, and its hash is that of its bytes", async () => {
  const { uri, cid, contentHash } = await putDocument(model, store);
  expect(await getDocument(uri, store)).toEqual(model);
  expect(contentHash).toBe(keccak256(await store.get(cid)));
});

test("names the field that is wrong", async () => {
  const bad = { ...model, price: { perThousandTokens: "0.5" } };
  await expect(putDocument(bad, store)).rejects.toThrow("price.perThousandTokens must be wei as a decimal string");
  await expect(putDocument({ ...model, method: "openai" }, store)).rejects.toThrow("upstream is required");
});

test.each([
  ["{", "not a JSON document"],
  ["null", "type is undefined"],
  ['{"type":"constructor"}', 'type is "constructor"; give one of datanet'],
  [
    '{"type":"provider","name":"n","endpoint":"file:///etc/passwd","region":"r","country":"c","contact":"c"}',
    "endpoint",
  ],
  ['{"type":"contribution","title":"t","mediaType":"text/plain","content":"../../x"}', "content must be a CIDv1"],
])("refuses %s", async (text, reason) => {
  await expect(getDocument(await putText(text), store)).rejects.toThrow(reason);
});

const provider = {
  ...{ type: "provider", name: "n", endpoint: "https://example.org/x", region: "r", country: "c", contact: "c" },
};
const contribution = {
  ...{ type: "contribution", title: "t", mediaType: "text/plain", source: "" },
  content: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
};
// Every field that is free text, of every kind of document that has one of its own.
test.each([
  ...["name", "summary", "description", "licence", "contact"].map((field) => [model, field] as const),
  ...["name", "endpoint", "region", "country", "contact"].map((field) => [provider, field] as const),
  ...["title", "mediaType", "source"].map((field) => [contribution, field] as const),
])("refuses in %o.%s what no database takes", async (document, field) => {
  expect(await getDocument(await putText(JSON.stringify(document)), store)).toMatchObject({ type: document.type });
  const before = (document as Record<string, unknown>)[field];
  for (const bad of ["a\0b", "a\ud800b", "\udc00"]) {
    const text = JSON.stringify({ ...document, [field]: `${before}${bad}` });
    await expect(getDocument(await putText(text), store)).rejects.toThrow(`${field} `);
  }
  const paired = await putText(JSON.stringify({ ...model, description: "a\ud83d\ude00b" }));
  expect(await getDocument(paired, store)).toMatchObject({ description: "a😀b" });
});

test("refuses a URI that is not ipfs:// and a CID", async () => {
  await expect(getDocument("https://example.org/x", store)).rejects.toThrow("does not begin with ipfs://");
  await expect(getDocument("ipfs://../x", store)).rejects.toThrow("is not 59 characters long");
});

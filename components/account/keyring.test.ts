import { expect, it } from "vitest";
import { testTools } from "../../lib/flows/testTools.ts";
import { dropKey, keepKey, keptKeys } from "./keyring.ts";

function memory() {
  const content = new Map<string, string>();
  return {
    content,
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
  };
}

const { network } = testTools();
const key = (name: string) => ({ key: `ol_${name}`, label: name, madeAt: 1, playground: false });

it("keeps keys by account, newest first, and drops one", () => {
  const storage = memory();
  keepKey(storage, network, "0xAA", key("one"));
  keepKey(storage, network, "0xaa", key("two"));
  expect(keptKeys(storage, network, "0xAa").map(({ label }) => label)).toEqual(["two", "one"]);
  expect(keptKeys(storage, network, "0xbb")).toEqual([]);
  dropKey(storage, network, "0xAA", "ol_two");
  expect(keptKeys(storage, network, "0xAA").map(({ label }) => label)).toEqual(["one"]);
});

it("takes what it cannot read for nothing", () => {
  const storage = memory();
  keepKey(storage, network, "0xAA", key("one"));
  for (const place of storage.content.keys()) storage.content.set(place, "{broken");
  expect(keptKeys(storage, network, "0xAA")).toEqual([]);
});

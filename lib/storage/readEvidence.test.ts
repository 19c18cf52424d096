import { expect, it } from "vitest";
import { cidOf } from "./cidOf.ts";
import { readEvidence } from "./readEvidence.ts";

const read = (value: unknown) =>
  readEvidence(new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)));
const none = { finding: null, text: null, files: [], facts: [] };
const cid = cidOf(new TextEncoder().encode("proof"));

it("reads what the worker and people write", () => {
  expect(read({ settlement: "0x1", epoch: 3, finding: "Row 7 is missing." })).toEqual({
    ...none,
    finding: "Row 7 is missing.",
    facts: [
      { name: "settlement", value: "0x1" },
      { name: "epoch", value: "3" },
    ],
  });
  expect(read({ text: "See the file.", files: [cid, { cid, name: "Row 7" }] })).toEqual({
    ...none,
    text: "See the file.",
    files: [
      { cid, name: null },
      { cid, name: "Row 7" },
    ],
  });
  expect(read("My poem of 2019.\r\nMine.")).toEqual({ ...none, text: "My poem of 2019.\nMine." });
});

it.each(["null", "[1]", '"words"', "7", "{", ""])("shows %s as it is", (text) => {
  expect(read(text)).toEqual({ ...none, text });
});

it("believes nothing: wrong types become text, what is no file is left out, and no character hides others", () => {
  const hostile = {
    finding: { toString: 1 },
    text: null,
    files: ["../../etc/passwd", 7, null, { cid: "javascript:alert(1)" }, { cid, name: { a: 1 } }],
    __proto: "\u202egnp.exe\u0000",
  };
  expect(read(hostile)).toEqual({
    finding: '{"toString":1}',
    text: null,
    files: [{ cid, name: '{"a":1}' }],
    facts: [{ name: "__proto", value: "\ufffdgnp.exe\ufffd" }],
  });
  expect(read('{"finding":"\\ud800"}').finding).toBe("\ufffd");
  expect(read('{"__proto__":{"text":"x"},"files":"all"}')).toMatchObject({ text: null, files: [] });
  expect(read({ files: Array(1_000).fill(cid) }).files).toHaveLength(50);
});

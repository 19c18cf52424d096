import { describe, expect, it } from "vitest";
import { tokenise } from "./tokenise.ts";

const words = (text: string) => tokenise(text).map(({ word }) => word);
const char = (codePoint: number) => String.fromCodePoint(codePoint);

/** The tables of the specification, written out a second time so that a slip in the code shows. */
const SEPARATORS =
  "80-A9 AB-B4 B6-B9 BB-BF D7 F7 2000-206F 2E00-2E7F 3000-303F FE30-FE4F FF00-FF0F FF1A-FF20 FF3B-FF40 FF5B-FF65 FFFD";
const SINGLES = "E00-EFF 1000-109F 1780-17FF 3040-30FF 3400-4DBF 4E00-9FFF F900-FAFF 20000-2FA1F";
const JOINS =
  "30-39 5F 61-7A AA B5 BA DF-F6 F8-2FF 3AA-40F 430-DFF F00-FFF 10A0-177F FF10-FF19 FF66-FFFC 1F600-1F64F 2FA20";

function* edges(ranges: string): Generator<number> {
  for (const range of ranges.split(" ")) {
    const [first, last = first] = range.split("-").map((hex) => Number.parseInt(hex, 16));
    yield first!;
    yield Math.floor((first! + last!) / 2);
    yield last!;
  }
}

describe("tokenise", () => {
  it("separates at ASCII other than letters, digits and the underscore", () => {
    for (let code = 0; code < 0x80; code++) {
      const expected = /[0-9A-Za-z_]/.test(char(code)) ? 1 : 2;
      expect(words(`a${char(code)}b`), `U+${code.toString(16)}`).toHaveLength(expected);
    }
  });

  it.each([...edges(SEPARATORS)])("separates at %i", (code) => {
    expect(words(`a${char(code)}b`)).toEqual(["a", "b"]);
  });

  it.each([...edges(SINGLES)])("takes %i by itself", (code) => {
    expect(words(`a${char(code)}${char(code)}b`)).toEqual(["a", char(code), char(code), "b"]);
  });

  it.each([...edges(JOINS)])("joins %i to a word", (code) => {
    expect(words(`a${char(code)}b`)).toHaveLength(1);
  });

  it("folds by the fixed ranges and nothing else", () => {
    expect(words("AZ ÀÖØÞ ΑΡΩ АЯ ЀЏ")).toEqual(["az", "àöøþ", "αρω", "ая", "ѐџ"]);
    expect(words(char(0x3a2))).toEqual([char(0x3c2)]);
    for (const kept of ["ß", "İ", "Ā", "ẞ", "Ѡ", "𐐀", "Ａ", "Ά"]) expect(words(kept)).toEqual([kept]);
  });

  it("gives offsets into the text as it came", () => {
    expect(tokenise("Ab, 𐐀漢\u0000C")).toEqual([
      { word: "ab", start: 0, end: 2 },
      { word: "𐐀", start: 4, end: 6 },
      { word: "漢", start: 6, end: 7 },
      { word: "c", start: 8, end: 9 },
    ]);
  });

  it("cuts a word before the code point that would take it over 64 UTF-8 bytes", () => {
    expect(words("a".repeat(130))).toEqual(["a".repeat(64), "a".repeat(64), "aa"]);
    expect(words(`${"a".repeat(63)}é${"b".repeat(3)}`)).toEqual(["a".repeat(63), "ébbb"]);
    expect(words(`${"a".repeat(62)}éb`)).toEqual([`${"a".repeat(62)}é`, "b"]);
    expect(words("ᚠ".repeat(22))).toEqual(["ᚠ".repeat(21), "ᚠ"]);
    expect(words("𐐀".repeat(17))).toEqual(["𐐀".repeat(16), "𐐀"]);
  });

  it("reads ill-formed text as U+FFFD, which separates", () => {
    expect(words("a\ud800b\udc00c\ud800")).toEqual(["a", "b", "c"]);
    expect(words("a\ud800\ud800\udc00b")).toEqual(["a", "\ud800\udc00b"]);
  });

  it("finds nothing in nothing", () => {
    expect(tokenise("")).toEqual([]);
    expect(tokenise(" \n…—")).toEqual([]);
  });
});

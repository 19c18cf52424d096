import { describe, expect, it } from "vitest";
import { tokenise } from "../tokenise.ts";
import { Vocabulary } from "./Vocabulary.ts";

const addAll = (vocabulary: Vocabulary, text: string) =>
  tokenise(text).map(({ start, end }) => vocabulary.add(text, start, end));

describe("Vocabulary", () => {
  it("numbers folded words in the order in which they come", () => {
    const vocabulary = new Vocabulary();
    expect(addAll(vocabulary, "One two ONE Ärger tWo ärger")).toEqual([1, 2, 1, 3, 2, 3]);
    expect(vocabulary.size).toBe(3);
    const text = "TWO new Ärger one new";
    expect([...vocabulary.numbersOf(text, tokenise(text))]).toEqual([2, 0, 3, 1, 0]);
    expect([...vocabulary.numbersOf("", [])]).toEqual([]);
  });

  it("holds a hundred thousand words apart, and gives them over from any number on", () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `w${i.toString(36)}`).join(" ");
    const vocabulary = new Vocabulary();
    const numbers = addAll(vocabulary, text);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    const again = new Vocabulary();
    addAll(again, text.slice(0, 300));
    again.restore(vocabulary.spellingsFrom(again.size + 1));
    expect(addAll(again, text)).toEqual(numbers);
    expect(() => again.restore(vocabulary.spellingsFrom(5))).toThrow("words from 5 do not follow the 100000 known");
  });
});

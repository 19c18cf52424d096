import { expect, it } from "vitest";
import { bitsOfTokens } from "./bitsOfTokens.ts";
import { parseBits } from "./parseBits.ts";
import { tokenise } from "./tokenise.ts";
import { Vocabulary } from "./words/Vocabulary.ts";

it("finds a word's bits by its number as by its spelling, for each table, also once the vocabulary has grown", () => {
  const vocabulary = new Vocabulary();
  const text = "one TWO three one four";
  const tokens = tokenise(text);
  const tables = [parseBits("one\t0\ntwo\t7\n", 90), parseBits("one\t5\nfour\t6\n", 80)] as const;
  const found = (table: 0 | 1, most = 85) => {
    const numbers = vocabulary.numbersOf(text, tokens);
    return [...bitsOfTokens(tokens, numbers, vocabulary, tables[table], most)];
  };
  for (const known of [0, 2, 4]) {
    for (const { start, end } of tokens.slice(0, known)) vocabulary.add(text, start, end);
    for (let turn = 0; turn < 2; turn++) {
      expect(found(0)).toEqual([0, 7, 85, 0, 85]);
      expect(found(1)).toEqual([5, 80, 80, 5, 6]);
    }
  }
  expect(found(0, 3)).toEqual([0, 3, 3, 0, 3]);
});

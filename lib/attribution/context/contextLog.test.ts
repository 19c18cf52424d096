import { expect, it } from "vitest";
import { type LoggedPassage, MOST_PASSAGE_WORDS, MOST_PASSAGES, passagesOfLog } from "./contextLog.ts";

const text = Array.from({ length: 200 }, (_, i) => `w${i}`).join(" ");
const logged = (words: number, offset = 0, contribution = 0): LoggedPassage => ({ contribution, offset, words });
const read = (...log: LoggedPassage[]) => passagesOfLog(log, [text]);

it("reads the words that a log names", () => {
  expect(read(logged(2, 198))).toEqual([{ contribution: 0, offset: 198, text: "w198 w199" }]);
  expect(read(...Array.from({ length: MOST_PASSAGES }, () => logged(MOST_PASSAGE_WORDS)))).toHaveLength(MOST_PASSAGES);
});

it("names the passage that no gateway can have written", () => {
  expect(() => read(...Array.from({ length: MOST_PASSAGES + 1 }, () => logged(1)))).toThrow("the log has 6 passages");
  expect(() => read(logged(1), logged(MOST_PASSAGE_WORDS + 1))).toThrow("passage 2 of the log has 161 words");
  for (const words of [0, -1, 1.5]) expect(() => read(logged(words, 5))).toThrow(`has ${words} words`);
  expect(() => read(logged(2, 199))).toThrow("ends at word 201; its contribution has 200");
  expect(() => read(logged(1, 0, 1))).toThrow("contribution 1, which is not in the ledger");
});

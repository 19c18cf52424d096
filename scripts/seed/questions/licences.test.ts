import { expect, test } from "vitest";
import { answerFrom, buildPassages } from "../../../lib/attribution/index.ts";
import { licenceWorks } from "../texts/licences.ts";
import { licenceQuestions } from "./licences.ts";

const LATEST = 28;
/** How a question's words and a title call the same licence, where a shared word does not show it. */
const NAMES: readonly (readonly [asked: RegExp, title: RegExp])[] = [
  [/Apache/, /Apache-2\.0/],
  [/CDDL/, /CDDL/],
  [/EUPL|European Union/, /EUPL/],
  [/PostgreSQL/, /PostgreSQL/],
  [/AGPL version 3/, /AGPL-3\.0/],
  [/LGPL version 3/, /LGPL-3\.0/],
  [/\bGPL version 3/, /\(GPL-3\.0/],
  [/\bthe GPL\?/, /\(GPL-/],
  [/Python/, /Python/],
  [/Eclipse/, /EPL/],
  [/X11/, /X11/],
  [/Free Documentation/, /GFDL/],
  [/NCSA/, /NCSA/],
  [/Ruby/, /Ruby/],
  [/Unlicense/, /Unlicense/],
  [/curl/, /curl/],
  [/CC-BY-4\.0/, /CC-BY-4\.0/],
  [/Beerware/, /Beerware/],
  [/MIT/, /MIT/],
  [/CC0/, /CC0/],
];
const passages = buildPassages(licenceWorks.map(({ title, text }) => ({ id: title, title, text })));

test("every question occurs once", () => {
  expect(licenceQuestions.length).toBe(130);
  expect(new Set(licenceQuestions).size).toBe(130);
});

test.each(licenceQuestions.slice(-LATEST))("the licence named answers: %s", (question) => {
  const title = NAMES.find(([asked]) => asked.test(question))![1];
  expect(answerFrom(passages, question)?.sources[0]?.document).toMatch(title);
});

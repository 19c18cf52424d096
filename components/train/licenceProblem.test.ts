import licences from "spdx-license-list/simple.js";
import { expect, it } from "vitest";
import { emptyDraft } from "./draft.ts";
import { licenceProblem } from "./licenceProblem.ts";

const known = [...licences];

it.each([
  ...["", "MIT", " CC-BY-4.0 ", "Apache-2.0 OR MIT", "(MIT AND (CC0-1.0 OR 0BSD))", "EPL-2.0+", emptyDraft.licence],
  ...["GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-house"],
])("lets %j pass", (licence) => {
  expect(licenceProblem(licence, known)).toBeNull();
});

it.each([
  ["free for all", "“free for all” is no identifier"],
  ["MIT OR Mine", "“Mine” is no identifier"],
  ["MIT Apache-2.0", "“MIT Apache-2.0” is no identifier"],
  ["MIT OR ()", "“” is no identifier"],
  ["apache-2.0", "“apache-2.0” is written Apache-2.0."],
])("says what is wrong with %j", (licence, sentence) => {
  expect(licenceProblem(licence, known)).toContain(sentence);
});

import licences from "spdx-license-list/full.js";
import { describe, expect, it } from "vitest";
import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import { parseBits } from "../parseBits.ts";
import { tokenise } from "../tokenise.ts";
import { answerFrom } from "./answerFrom.ts";
import { buildPassages, type SourceDocument } from "./buildPassages.ts";

const documents = Object.entries(licences).map(([id, { name, licenseText }]) => ({
  id,
  title: `${name} (${id})`,
  text: licenseText,
}));
const passages = buildPassages(documents);

const QUESTIONS: [question: string, document: RegExp, says: RegExp][] = [
  ["Does the Apache 2.0 licence grant a patent license?", /^Apache-2\.0$/, /patent license to make/],
  ["May I sublicense under MPL-2.0?", /^MPL-2\.0/, /sublicense it under different terms/],
  ["May I sublicense code under MPL-2.0?", /^MPL-2\.0/, /^If You distribute .* then:\n[\s\S]*sublicense it/],
  ["Who must I credit under CC-BY-4.0?", /^CC-BY-4\.0$/, /designated to receive attribution/],
  ["Whom do I credit under CC BY 4.0?", /^CC-BY-4\.0$/, /designated to receive attribution/],
  ["What does the MIT license disclaim?", /^MIT$/, /WITHOUT WARRANTY OF ANY KIND/],
  ["What is the MIT license?", /^MIT$/, /^Permission is hereby granted, free of charge/],
  ["Can I use the name of the copyright holder to endorse products under BSD-3-Clause?", /^BSD-3-Clause$/, /endorse/],
  ["When does the GPL v3 terminate?", /^GPL-3\.0/, /terminate/],
  ["How can a GPL-3.0 violation be cured?", /^GPL-3\.0/, /cure the violation prior to 30 days/],
  ["Must I provide source code under the AGPL when users interact over a network?", /^AGPL/, /computer network/],
  ["What does the LGPL 2.1 say about combined works and reverse engineering?", /^LGPL-2\.1/, /reverse engineering/],
  ["Does CC-BY-4.0 require attribution?", /^CC-BY-4\.0$/, /If You Share the Licensed Material/],
  ["What is ShareAlike in CC-BY-SA-4.0?", /^CC-BY-SA-4\.0$/, /ShareAlike/],
  ["What does CC0 say about waiving copyright?", /^CC0-1\.0$/, /Waiver|waive/],
  ["What is a Derivative Work in the Apache License 2.0?", /^Apache-2\.0$/, /^"Derivative Works" shall mean/],
  ["What must I include when redistributing under Apache 2.0?", /^Apache-2\.0$/, /Redistribution/],
  ["What happens to the licence if I sue for patent infringement under MPL-2.0?", /^MPL-2\.0/, /shall terminate/],
  ["What does the Unlicense dedicate to the public domain?", /^Unlicense$/, /dedicate any and all copyright/],
  ["May a font under the SIL Open Font License be sold by itself?", /^OFL-1/, /may be sold by itself/],
  ["What is Covered Software?", /./, /“Covered Software” means/],
  ["Is there a warranty in the zlib licence?", /^Zlib$/, /without any express or implied warranty/],
  [
    "Who may publish new versions of the GNU General Public License?",
    /GPL/,
    /The Free Software Foundation may publish/,
  ],
];

describe("answerFrom on licences", () => {
  it.each(QUESTIONS)("%s", (question, document, says) => {
    const answer = answerFrom(passages, question);
    expect(answer?.sources[0]?.document).toMatch(document);
    expect(answer?.text).toMatch(says);
  });

  it.each([
    "How do I bake sourdough bread?",
    "Who won the world cup in 2018?",
    "What is the capital of France?",
    "Does CC-BY-4.0 cover sourdough bread?",
    "Does the MIT license cover sourdough bread?",
    "What does the MIT licence say about patents?",
    "",
    "What is it?",
  ])("says that nothing fits: %s", (question) => {
    expect(answerFrom(passages, question)).toBeNull();
  });

  it("quotes consecutive words of the source, so that all of it is attributed", () => {
    const index = buildIndex(documents.map(({ text }) => ({ text, kind: "paid" as const })));
    const bits = parseBits("");
    for (const [question] of QUESTIONS) {
      const { text, sources } = answerFrom(passages, question)!;
      const { document, offset } = sources[0]!;
      const words = tokenise(text).map(({ word }) => word);
      const source = documents.find(({ id }) => id === document)!.text.slice(offset);
      expect(words).toEqual(
        tokenise(source)
          .slice(0, words.length)
          .map(({ word }) => word),
      );
      expect(words.length).toBeGreaterThanOrEqual(12);
      expect(attribute(index, text, bits)).toMatchObject({
        treasury: expect.toSatisfy((rest: number) => rest < 100),
        coverageBps: 10_000,
      });
    }
  });

  it("answers the same each time", () => {
    const again = buildPassages(documents);
    for (const [question] of QUESTIONS) expect(answerFrom(again, question)).toEqual(answerFrom(passages, question));
  });
});

describe("answerFrom on Markdown", () => {
  const manual: SourceDocument[] = [
    {
      id: 1,
      title: "revalidatePath",
      text: "---\ntitle: revalidatePath\n---\n\n`revalidatePath` allows you to invalidate cached data on demand for a specific path, in functions and in handlers.\n\n## Returns\n\n`revalidatePath` does not return a value to whoever calls it, and this never changes.\n\n```tsx\nrevalidatePath('/')\n```\n",
    },
    {
      id: 2,
      title: "Dynamic Routes",
      text: "# Dynamic Routes\n\nWhen names are not known ahead of time, define a dynamic segment to make routes from data that comes later.\n\n> **Good to know**: a dynamic segment is written\n> by wrapping the name of a folder in square brackets.\n",
    },
    { id: 3, title: "Empty page", text: "```\nrevalidatePath\n```\n" },
  ];
  const index = buildPassages(manual);

  it.each([
    ["What does revalidatePath do?", 1, /^`revalidatePath` allows you to invalidate/],
    ["What does revalidatePath return?", 1, /does not return a value/],
    ["How do I define a dynamic route segment?", 2, /define a dynamic segment to make routes/],
  ])("%s", (question, document, says) => {
    const answer = answerFrom(index, question);
    expect(answer?.sources[0]?.document).toBe(document);
    expect(answer?.text).toMatch(says);
  });

  it("takes the quote marks of Markdown out of a quote", () => {
    const answer = answerFrom(index, "Are square brackets wrapping the name of a folder?");
    expect(answer?.text).toContain("a dynamic segment is written by wrapping the name");
    expect(answer?.text).not.toContain(">");
  });

  it("has no answer from documents without a sentence", () => {
    expect(answerFrom(buildPassages([]), "What is anything?")).toBeNull();
    expect(answerFrom(index, "What is the empty page?")).toBeNull();
  });
});

it("reads a long text by its rarest terms, so that its length costs nothing", () => {
  const words = (kind: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${kind}${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.trunc(i / 10)]}x`);
  const [rare, common] = [words("rare", 40), words("common", 90)];
  const sentence = (list: string[]) => `The ${list.join(" ")} stand here.`;
  const index = buildPassages([
    { id: "rare", title: "First", text: sentence(rare) },
    ...["b", "c", "d"].map((id) => ({ id, title: id, text: sentence(common) })),
  ]);
  expect(answerFrom(index, sentence(common))?.sources[0]?.document).toBe("b");
  expect(answerFrom(index, sentence([...common, ...rare]))?.sources[0]?.document).toBe("rare");
});

import { expect, it } from "vitest";
import { sectionsOf } from "./sectionsOf.ts";

function read(text: string) {
  return sectionsOf(text).map(({ heading, opens, sentences }) => ({
    heading,
    opens,
    sentences: sentences.map(({ start, end }) => text.slice(start, end)),
  }));
}

it("leaves out front matter, code, tags, tables and pictures of Markdown, and marks what follows them", () => {
  const text = [
    "---",
    "title: Pages",
    "---",
    "",
    "# Pages",
    "",
    "A page is one thing. It has parts:",
    "",
    "- First part.",
    "- Second part.",
    "",
    "```tsx",
    "## no heading",
    "export default 1",
    "```",
    "",
    "After the code.",
    "",
    "<Image",
    '  alt="x"',
    "/>",
    "",
    "| a | b |",
    "| - | - |",
    "",
    "## Empty",
    "",
    "## Next",
    "The end.",
  ].join("\n");
  expect(read(text)).toEqual([
    {
      heading: "Pages",
      opens: true,
      sentences: ["A page is one thing.", "It has parts:", "- First part.", "- Second part."],
    },
    { heading: "Pages", opens: false, sentences: ["After the code."] },
    { heading: "Next", opens: true, sentences: ["The end."] },
  ]);
});

it("takes short lines of a plain text as headings, unless the text goes on below them", () => {
  const text =
    '2.1. Grants\n\nEach Contributor grants\na licence.\n\n1.4. "Covered Software"\n    means the Source Code Form.\n\nScope\n\nof this kind.';
  expect(read(text)).toEqual([
    {
      heading: "2.1. Grants",
      opens: true,
      sentences: [
        "Each Contributor grants\na licence.",
        '1.4. "Covered Software"\n    means the Source Code Form.',
        "Scope\n\nof this kind.",
      ],
    },
  ]);
});

it("does not end a sentence at numbers, letters and abbreviations", () => {
  const text = "3. Grant of it. Subject to U.S. law, i.e. The Act, version 2.0 Applies (see No. 4). It ends. So too.";
  expect(read(text)[0]?.sentences).toEqual([
    "3. Grant of it.",
    "Subject to U.S. law, i.e. The Act, version 2.0 Applies (see No. 4).",
    "It ends.",
    "So too.",
  ]);
});

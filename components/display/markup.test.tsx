import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MarkedText } from "./MarkedText.tsx";
import { runsBetween, runsOf } from "./markup.ts";

const read = (text: string) => runsOf(text).map(({ start, end, look }) => [look, text.slice(start, end)]);
const joined = (text: string) => read(text).map(([, part]) => part);

describe("runsOf", () => {
  it.each([
    ["plain", [["text", "plain"]]],
    ["", []],
    [
      "## Caching\n",
      [
        ["syntax", "## "],
        ["heading", "Caching\n"],
      ],
    ],
    [
      "use the **same cache**.",
      [
        ["text", "use the "],
        ["syntax", "**"],
        ["strong", "same cache"],
        ["syntax", "**"],
        ["text", "."],
      ],
    ],
    [
      "an *old* one",
      [
        ["text", "an "],
        ["syntax", "*"],
        ["emphasis", "old"],
        ["syntax", "*"],
        ["text", " one"],
      ],
    ],
    [
      "run `next start`",
      [
        ["text", "run "],
        ["syntax", "`"],
        ["code", "next start"],
        ["syntax", "`"],
      ],
    ],
    [
      "[CDNs](#cdns)",
      [
        ["syntax", "["],
        ["text", "CDNs"],
        ["syntax", "](#cdns)"],
      ],
    ],
    [
      "- one\n* two",
      [
        ["syntax", "- "],
        ["text", "one\n"],
        ["syntax", "* "],
        ["text", "two"],
      ],
    ],
    [
      "> said",
      [
        ["syntax", "> "],
        ["text", "said"],
      ],
    ],
    [
      "```js\na * b * c\n```\nend",
      [
        ["syntax", "```js\n"],
        ["code", "a * b * c\n"],
        ["syntax", "```\n"],
        ["text", "end"],
      ],
    ],
    ["2 * 3 * 4 and **open", [["text", "2 * 3 * 4 and **open"]]],
    [
      "<AppOnly>it</AppOnly>",
      [
        ["syntax", "<AppOnly>"],
        ["text", "it"],
        ["syntax", "</AppOnly>"],
      ],
    ],
  ])("%j", (text, runs) => {
    expect(read(text)).toEqual(runs);
  });

  it("loses, adds and moves no character, whatever the text", () => {
    const alphabet = [
      "*",
      "**",
      "`",
      "```",
      "\n",
      "#",
      " ",
      "[",
      "](",
      ")",
      "<",
      ">",
      "a",
      "é",
      "😀",
      "-",
      "\r\n",
      "~~~",
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let i = 0; i < 2_000; i++) {
      const text = Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]).join("");
      expect(joined(text).join("")).toBe(text);
      const start = next(text.length + 1);
      const end = start + next(text.length - start + 1);
      const part = runsBetween(runsOf(text), start, end).map((run) => text.slice(run.start, run.end));
      expect(part.join("")).toBe(text.slice(start, end));
    }
  });

  it("is done with a long hostile text in no time", () => {
    const before = process.cpuUsage(); // not the clock, which goes on while others have the machine
    for (const piece of ["*", "`", "[", "<a", "**a ", "](", "[a]("])
      expect(joined(piece.repeat(20_000)).join("")).toHaveLength(piece.length * 20_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6, "seconds").toBeLessThan(5);
  });
});

it("shows hostile text as text", () => {
  const text =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> [go](javascript:alert(1)) **<b onclick="x">** `</p><script>` &lt;i&gt;';
  const html = renderToStaticMarkup(<MarkedText text={text} />);
  expect(html.replaceAll(/<span class="[\w\s[\].-]+">|<\/span>/g, "")).not.toMatch(/[<>"]/);
  expect(html).not.toMatch(/href|src="/);
  const shown = html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  expect(shown).toBe(text);
});

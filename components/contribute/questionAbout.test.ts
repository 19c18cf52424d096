import { expect, it } from "vitest";
import { textParam } from "../../lib/site/searchParams.ts";
import { questionAbout } from "./questionAbout.ts";

it("asks how the text goes on after its first words, under its title where it has one", () => {
  const text =
    "  Lighthouses of\nthe north coast burn rapeseed oil until the ice comes in November and not a day longer.";
  const begin = "“Lighthouses of the north coast burn rapeseed oil until the ice comes”";
  expect(questionAbout("Lights", text)).toBe(`Lights: what follows ${begin}?`);
  expect(questionAbout(null, text)).toBe(`What follows ${begin}?`);
});

it("is never longer than a page's address takes", () => {
  const question = questionAbout("t".repeat(200), "汉".repeat(5_000));
  expect(textParam.parse(question)).toBe(question);
  expect(question.endsWith("”?")).toBe(true);
});

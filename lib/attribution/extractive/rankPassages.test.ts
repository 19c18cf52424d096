import { expect, it } from "vitest";
import { buildPassages } from "../index.ts";
import { rankPassages } from "./rankPassages.ts";
import { termsOf } from "./termsOf.ts";

it("ranks passages of equal score by place, whichever term comes first", () => {
  const texts = ["Bronze fields lie behind towns.", "Amber lanterns burn behind harbours."];
  const index = buildPassages(texts.map((text, id) => ({ id, title: "", text })));
  const ranked = rankPassages(index, termsOf("amber bronze"), new Map(), undefined, 2);
  expect(ranked.map(({ passage }) => passage)).toEqual([0, 1]);
  expect(ranked[0]!.score).toBe(ranked[1]!.score);
});

import { expect, it } from "vitest";
import { buildPassages } from "../index.ts";
import { scoreWindows } from "./scoreWindows.ts";
import type { Wanted } from "./wantedTerms.ts";

const wanted: Wanted = {
  body: new Map([["lantern", 1]]),
  name: new Map(),
  titled: new Set(),
  associates: new Map(),
  defined: new Set(),
};
const windows = (text: string, wants = wanted) =>
  scoreWindows(buildPassages([{ id: 1, title: "", text }]), 0, wants).map(({ from, to }) => [from, to]);

it("quotes a sentence longer than a quote may be, but none with it", () => {
  const long = `Amber lanterns burn${" on and on".repeat(50)}.`;
  expect(windows(`${long} ${long}`)).toEqual([[0, 1]]);
});

it("quotes no fewer than 12 words", () => {
  const five = "Amber lanterns burn at dusk.";
  expect(windows(`${five} ${five}`)).toEqual([]);
  expect(windows(`${five} ${five} ${five}`)).toEqual([[0, 3]]);
});

it("counts a term as met once at most, however many terms stand for it", () => {
  const associates = new Map([
    [
      "lantern",
      new Map([
        ["lamp", 0.8],
        ["torch", 0.8],
      ]),
    ],
  ]);
  const index = buildPassages([
    { id: 1, title: "", text: "Lamp or torch, let it burn at the quay from dusk to dawn." },
  ]);
  const [window] = scoreWindows(index, 0, { ...wanted, associates });
  expect(window!.coverage).toBe(1);
});

import { expect, it } from "vitest";
import { epochsShown } from "./epochsShown.ts";

const rows = (sealed: number, open = false) => [
  ...Array.from({ length: sealed }, (_, i) => ({ epoch: i + 1 })),
  ...(open ? [{ epoch: null }] : []),
];

it.each([
  [rows(11, true), 12, "All 11 epochs, and the fees that wait for the next."],
  [rows(12), 12, "All 12 epochs."],
  [rows(29, true), 41, "The last 29 epochs, and the fees that wait for the next."],
  [rows(30), 41, "The last 30 epochs."],
  [rows(1), 1, "The first epoch."],
  [rows(0, true), 1, "No epoch is sealed yet: these fees wait for the first."],
])("counts sealed epochs only: %#", (shown, all, sentence) => {
  expect(epochsShown(shown, all)).toBe(sentence);
});

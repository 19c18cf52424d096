import { expect, it } from "vitest";
import { flowLayout } from "./flowLayout.ts";

it("keeps heights in proportion and labels apart", () => {
  const { bands, height } = flowLayout([500n, 300n, 199n, 1n], 200, 24);
  const tall = (pair: [number, number]) => pair[1] - pair[0];
  expect(bands.map((b) => Math.round(tall(b.to) * 1000) / 1000)).toEqual([100, 60, 39.8, 0.2]);
  expect(bands.map((b) => tall(b.from))).toEqual(bands.map((b) => expect.closeTo(tall(b.to))));
  const centres = bands.map((b) => (b.to[0] + b.to[1]) / 2);
  for (let i = 1; i < centres.length; i++) expect(centres[i]! - centres[i - 1]!).toBeGreaterThanOrEqual(24);
  expect(bands.at(-1)!.to[1]).toBeLessThanOrEqual(height);
});

it("draws nothing out of nothing", () => {
  expect(flowLayout([], 200, 24)).toEqual({ bands: [], height: 0 });
});

import { expect, it } from "vitest";
import { epochTicks, nameSpot, roundTicks } from "./scale.ts";

it.each([
  [3.2, [0, 1, 2, 3, 4]],
  [2.6, [0, 1, 2, 3]],
  [4, [0, 1, 2, 3, 4]],
  [0.37, [0, 0.1, 0.2, 0.3, 0.4]],
  [11.7, [0, 5, 10, 15]],
  [60_000, [0, 20_000, 40_000, 60_000]],
  [0.000_3, [0, 0.000_1, 0.000_2, 0.000_3]],
  [0, [0, 1]],
])("up to %d: %j", (most, ticks) => {
  expect(roundTicks(most, 4)).toEqual(ticks);
});

it("ends at or above the highest value, in few round steps", () => {
  for (let most = 1e-6; most < 1e9; most *= 1.37) {
    const ticks = roundTicks(most, 4);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9));
    expect(ticks.at(-2)).toBeLessThan(most);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks[1]!.toExponential()).toMatch(/^[125]e/);
  }
});

const epochs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

it("names all of few epochs and round ones of many", () => {
  expect(epochTicks(epochs(1, 6), 8)).toEqual(epochs(1, 6));
  expect(epochTicks(epochs(1, 11), 8)).toEqual(["2", "4", "6", "8", "10"]);
  expect(epochTicks(epochs(28, 60), 8)).toEqual(["30", "35", "40", "45", "50", "55", "60"]);
});

it("puts a name above all of the line it would cover", () => {
  const plot = { x: 40, y: 26, width: 100, height: 200 };
  expect(nameSpot([4, 0, 0, 1, 0], 4, plot, 25)).toEqual({ x: 140, y: 26 + 150 - 10 });
  expect(nameSpot([4, 0, 0, 1, 0], 4, plot, 100)).toEqual({ x: 140, y: 16 });
  expect(nameSpot([2], 4, plot, 50)).toEqual({ x: 140, y: 26 + 100 - 10 });
});

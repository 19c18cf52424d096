import { expect, it } from "vitest";
import { pointsOf } from "./points.ts";

it("draws OPEN and keeps the wei", () => {
  const wei = 1_234_567_890_123_456_789n;
  expect(
    pointsOf([
      { epoch: 3, answers: 2, fees: wei },
      { epoch: null, answers: 0, fees: 0n, emissions: 10n ** 18n },
    ]),
  ).toEqual([
    { label: "3", feesWei: wei, emissionsWei: 0n, answers: 2, fees: 1.234567, emissions: 0 },
    { label: "open", feesWei: 0n, emissionsWei: 10n ** 18n, answers: 0, fees: 0, emissions: 1 },
  ]);
});

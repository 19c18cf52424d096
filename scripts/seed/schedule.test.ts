import { expect, test } from "vitest";
import { DAY } from "./clock.ts";
import { scheduleOf } from "./schedule.ts";

const NOON = 1_700_006_400 - (1_700_006_400 % DAY) + DAY / 2;

test.each([0, 600, 6 * 3600, 11.9 * 3600, 12 * 3600, 18 * 3600, 23.9 * 3600])(
  "whatever the hour (%i s after noon): time only moves forward, ends in time, and at least six days are settled",
  (shift) => {
    const beginning = NOON + shift;
    const end = beginning + 14 * DAY;
    const { reveal, models, days } = scheduleOf(beginning, end);
    const times = [
      beginning,
      reveal,
      models,
      ...days.flatMap(({ bursts, settle }) => [...bursts, settle ?? []].flat()),
    ];
    for (let i = 1; i < times.length; i++) expect(times[i]!).toBeGreaterThan(times[i - 1]!);
    expect(times.at(-1)).toBeLessThan(end);
    expect(days.filter(({ settle }) => settle !== null).length).toBeGreaterThanOrEqual(6);
  },
);

test("consecutive settlements are more than a window of 24 h apart", () => {
  const { days } = scheduleOf(NOON, NOON + 14 * DAY);
  const settlements = days.map(({ settle }) => settle).filter((time) => time !== null);
  for (let i = 1; i < settlements.length; i++) expect(settlements[i]! - settlements[i - 1]!).toBeGreaterThan(DAY);
});

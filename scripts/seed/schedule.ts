import { DAY, HOUR } from "./clock.ts";

/** When things happen on the chain, in unix seconds: fourteen days that end at about the present. */
export interface Schedule {
  /** Commits are revealed from then on. */
  reveal: number;
  /** Registration of the models. */
  models: number;
  /** Days on which questions are asked, oldest first. */
  days: { bursts: number[]; settle: number | null; late: boolean; claims: boolean }[];
}

const FIRST_ASKING_DAY = 3;
const ASKING_DAYS = 12;
const HOURS = [8, 13, 19];

/**
 * @param beginning time of the chain's first block.
 * @param end when the last question may be asked. Days whose settlement would come after it are left to the worker.
 */
export function scheduleOf(beginning: number, end: number): Schedule {
  const midnight = beginning - (beginning % DAY) + DAY;
  const days = Array.from({ length: ASKING_DAYS }, (_, i) => {
    const start = midnight + (FIRST_ASKING_DAY - 1 + i) * DAY;
    // Later each day: an epoch's window must have passed before the next is sealed.
    const settle = start + DAY + HOUR / 2 + i * 300;
    return {
      bursts: HOURS.map((hour) => start + hour * HOUR).filter((time) => time < end),
      settle: settle < end ? settle : null,
      late: i === 4,
      claims: i % 3 === 2,
    };
  });
  return { reveal: beginning + 6 * HOUR, models: midnight + DAY, days: days.filter((day) => day.bursts.length > 0) };
}

/** Tiers of about the same size that are merged together. */
const FAN_OUT = 4;
/** Of the lowest level more: each addition makes one, and sorting them again and again is what additions would wait for. */
const LOWEST_FAN_OUT = 16;

/** Largest tier of the lowest level, in words. */
const LOWEST_LEVEL_WORDS = 4096;

/** Beyond this many words tiers are not merged any more: a suffix array of more would take gigabytes to sort. */
const MOST_WORDS = 2 ** 27;

/**
 * The places [from, to) of tiers to merge next, or undefined: the youngest run of enough neighbours of one level or lower, none of
 * them `busy`. Levels grow by the fan-out, so a word is sorted again once a level.
 */
export function mergePlan(
  sizes: readonly number[],
  isBusy: (place: number) => boolean = () => false,
): { from: number; to: number; words: number } | undefined {
  for (let to = sizes.length; to >= FAN_OUT; to--) {
    const level = levelOf(sizes[to - 1]!);
    const enough = level === 0 ? LOWEST_FAN_OUT : FAN_OUT;
    let from = to;
    let words = 0;
    while (from > 0 && !isBusy(from - 1) && levelOf(sizes[from - 1]!) <= level) words += sizes[--from]!;
    if (to - from >= enough && words <= MOST_WORDS) return { from, to, words };
  }
  return undefined;
}

/** 0 up to the lowest level's size, then one more for each fourfold. */
function levelOf(words: number): number {
  return Math.max(0, Math.ceil(Math.log(words / LOWEST_LEVEL_WORDS) / Math.log(FAN_OUT)));
}

import type { Address } from "viem";
import type { Split } from "../ledger/index.ts";
import type { AssetHistory } from "./types.ts";

/** The registry's constant: a later split holds after this many seconds' notice. */
export const NOTICE = 7 * 86_400;

/** The time of an answer is the coming block's; what held was read at the newest there was. In seconds. */
export const CLOCK_SLACK = 900;

/**
 * Splits that held at some time from `time` until `until`, oldest first (the split is read when an answer is attributed, a moment after it
 * was served).
 */
export function splitsSince(splits: AssetHistory["splits"], time: number, until = Number.POSITIVE_INFINITY): Split[] {
  const held = splits.filter(({ at }, i) => {
    const next = splits[i + 1];
    return !next || next.at - NOTICE >= at; // else it was replaced before it began
  });
  const newest = held.findLastIndex(({ at }) => at <= time);
  return held
    .slice(Math.max(0, newest))
    .filter(({ at }) => at <= until)
    .map(({ split }) => split);
}

/** Who owned an asset at some time from `time` until `until`, newest first. */
export function ownersSince(owners: AssetHistory["owners"], time: number, until: number): Address[] {
  const newest = owners.findLastIndex(({ since }) => since <= time);
  return owners
    .slice(Math.max(0, newest))
    .filter(({ since }) => since <= until)
    .map(({ owner }) => owner)
    .reverse();
}

/** For comparing and showing: all five parts, so that they add up, each on one line with its name. */
export const splitText = ({ provider, owner, contributors, stakers }: Split) =>
  Object.entries({
    ...{ provider, owner, contributors, stakers },
    protocol: 10_000 - provider - owner - contributors - stakers,
  })
    .map(([name, bps]) => `${name}\u00A0${bps / 100}\u00A0%`)
    .join(", ");

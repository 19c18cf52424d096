import { expect, it } from "vitest";
import { WHOLE } from "../../lib/chain/arbiter.ts";
import { OPEN } from "../../lib/format/money.ts";
import { whyNotOpen } from "./whyNotOpen.ts";

const mine = `0x${"aB".repeat(20)}`;
const about = { subject: "contribution" as const, accused: `0x${"cd".repeat(20)}`, items: 3 };
const ready = { about, bond: 100n * OPEN, account: mine, held: 100n * OPEN, evidence: "Copied.", index: WHOLE };

it.each<[Partial<Parameters<typeof whyNotOpen>[0]>, RegExp | null]>([
  [{}, null],
  [{ held: undefined }, null],
  [{ index: 2 }, null],
  [{ index: 3 }, /an item from 0 to 2/],
  [{ index: 0.5 }, /an item from 0 to 2/],
  [{ evidence: " \n" }, /what is wrong/],
  [{ held: OPEN }, /bond is 100 OPEN and you hold 1\.0000/],
  [{ about: { ...about, accused: mine.toLowerCase() } }, /contribution is yours: you would be the accused too/],
  [{ about: { ...about, accused: mine.toLowerCase() }, account: null }, null],
  // Somebody disputed the epoch and has put up the bond: its poster may bring it to the validators.
  [{ about: { ...about, accused: mine.toLowerCase() }, bond: 0n }, null],
])("%o", (change, reason) => {
  const told = whyNotOpen({ ...ready, ...change });
  if (reason === null) expect(told).toBeNull();
  else expect(told).toMatch(reason);
});

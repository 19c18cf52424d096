import { answerHash } from "../answerHash.ts";
import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import { contentHash } from "../contentHash.ts";
import { contributionRoot } from "../contributionRoot.ts";
import { ledgerRoot } from "../ledgerRoot.ts";
import { parseBits } from "../parseBits.ts";
import { randomNumbers } from "../randomNumbers.fixture.ts";
import type { ContributionKind } from "../types.ts";
import type { HeldContribution } from "./openText.ts";
import type { Claim, Refutation } from "./types.ts";

export const bitsTsv = "common\t512\nthe\t1204";
const bits = parseBits(bitsTsv);
const CONTRIBUTIONS = 40;
const WORDS = 500;

/** A ledger in which every fourth contribution repeats a stretch of an older one, and the answer takes from several. */
function ledgerOf(): HeldContribution[] {
  const random = randomNumbers(99);
  const texts: string[][] = [];
  for (let c = 0; c < CONTRIBUTIONS; c++) {
    const words = Array.from({ length: WORDS + c }, () => (random(9) === 0 ? "the" : `word${random(900)}`));
    if (c % 4 === 3) words.splice(100, 60, ...texts[c - 2]!.slice(30, 90));
    texts.push(words);
  }
  return texts.map((words, c) => {
    const text = words.join(" ");
    const contributor = `0x${(c + 1).toString(16).padStart(40, "0")}` as const;
    const kind: ContributionKind = c === 2 ? "void" : c === 4 ? "commons" : "paid";
    return { id: BigInt(c * 3 + 1), text, contributor, kind, root: contributionRoot([contentHash(text)], contributor) };
  });
}

export const ledger = ledgerOf();
const wordsOf = (c: number, from: number, to: number) => ledger[c]!.text.split(" ").slice(from, to).join(" ");
/** From 1 (repeated by 3), 4 (commons), 6 and 8 (across chunks), 2 (void, repeated nowhere but below). */
const answer = [
  [1, 35, 60],
  [4, 10, 30],
  [6, 120, 140],
  [8, 400, 420],
]
  .map(([c, from, to]) => wordsOf(c!, from!, to!))
  .join(" so ");

export function honestClaim(): Claim {
  const { params, rows, shares, treasury } = attribute(buildIndex(ledger), answer, bits);
  const result = {
    params,
    rows,
    shares,
    treasury,
    bitsHash: bits.hash,
    ledgerRoot: ledgerRoot(ledger),
    answerHash: answerHash(answer),
  };
  return { result, answer, ledgerSize: ledger.length };
}

/** Lies about the same answer, and what refutes each. */
export function lies(): { name: string; type: Refutation["type"]; claim: Claim }[] {
  const lie = (change: (result: Claim["result"]) => Partial<Claim["result"]>): Claim => {
    const claim = honestClaim();
    return { ...claim, result: { ...claim.result, ...change(claim.result) } };
  };
  const changed = <Item>(items: readonly Item[], place: number, change: Partial<Item>) =>
    items.map((item, i) => (i === place ? { ...item, ...change } : item));
  // Contribution 3 has the words of row 0 too, 70 words further on.
  const later = (result: Claim["result"]) => ({ contribution: 3, offset: result.rows[0]!.offset + 70 });
  return [
    {
      name: "words that the contribution does not have",
      type: "absent",
      claim: lie(({ rows }) => ({ rows: changed(rows, 5, { offset: 7 }) })),
    },
    {
      name: "an offset beyond the end",
      type: "absent",
      claim: lie(({ rows }) => ({ rows: changed(rows, 0, { offset: 498 }) })),
    },
    {
      name: "a later publisher",
      type: "notFirst",
      claim: lie((result) => ({ rows: changed(result.rows, 0, later(result)) })),
    },
    {
      name: "a row left out",
      type: "missed",
      claim: lie(({ rows }) => ({ rows: rows.filter((_, i) => i !== rows.length - 1) })),
    },
    {
      name: "a longer n-gram left out",
      type: "missed",
      claim: lie(({ rows }) => ({ rows: changed(rows, 0, { to: rows[0]!.to - 1 }) })),
    },
    {
      name: "commons that are paid",
      type: "kind",
      claim: lie(({ shares, treasury }) => ({
        shares: [...shares, { contribution: 4, share: 1 }].sort((a, b) => a.contribution - b.contribution),
        treasury: treasury - 1,
      })),
    },
    {
      name: "a share too large",
      type: "arithmetic",
      claim: lie(({ shares, treasury }) => ({
        shares: changed(shares, 0, { share: shares[0]!.share + 1 }),
        treasury: treasury - 1,
      })),
    },
    {
      name: "an n-gram of too few words",
      type: "arithmetic",
      claim: lie(({ rows }) => ({ rows: changed(rows, 0, { from: 2 }) })),
    },
  ];
}

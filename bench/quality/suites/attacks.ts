import type { BitsTable } from "../../../lib/attribution/index.ts";
import { cut, generated, nearCopy, padding } from "./attackTexts.ts";
import { type Entry, entry, payoutOf, type World } from "./attackWorld.ts";

export interface AttackFigure {
  id: string;
  attack: string;
  /** What stands against it, where that is not the method itself. */
  defence?: string;
  /** Part of the pool that goes to the attacker, 0 to 1; for splits, what the owner earns by it over what he earned before. */
  value: number;
  unit: "pool" | "ratio";
  /** Greatest value that meets the target; none where the figure shows why a defence is needed. */
  limit?: number;
}

const FLOOD_WORDS = 300_000;
const PADDING_RUNS = 40_000;
const NEAR_COPY_PART = 0.1;

/** Every attack of the suite against the method, each with and without the protocol's defence where it needs one. */
export function attackTable(world: World, bits: BitsTable): AttackFigure[] {
  const { ledger, victims, commons, outside, answers, draw } = world;
  const attackers = (texts: readonly (readonly string[])[]) => texts.map((words) => entry(words, "attacker"));
  const paid = (entries: readonly Entry[], asked: readonly (readonly string[])[] = answers) =>
    payoutOf(entries, asked, bits).attacker;
  const before = payoutOf(ledger, answers, bits).victim;
  const splitInto = (pieces: (words: readonly string[]) => string[][]) => {
    const after = ledger.flatMap((old) =>
      old.owner === "victim" ? pieces(old.words).map((words) => entry(words, "victim")) : [old],
    );
    return payoutOf(after, answers, bits).victim / before;
  };

  const copies = attackers(victims);
  const tenfold = Array.from({ length: 10 }, () => copies).flat();
  const pad = attackers([padding(outside, PADDING_RUNS)]);
  const flood = attackers([generated(outside, FLOOD_WORDS, draw)]);
  const randomWords = attackers([
    Array.from({ length: FLOOD_WORDS }, () => draw.word(ledger.map(({ words }) => words))),
  ]);
  const near = attackers(victims.map((words) => nearCopy(words, NEAR_COPY_PART, outside, draw)));
  const harvested = attackers(answers);
  const served = answers.map((words) => entry(words, "nobody", "void"));

  const figures: AttackFigure[] = [];
  const add = (id: string, attack: string, value: number, limit?: number, defence?: string) =>
    figures.push({
      id,
      attack,
      ...(defence && { defence }),
      value,
      unit: "pool",
      ...(limit !== undefined && { limit }),
    });
  const addSplit = (id: string, attack: string, value: number) =>
    figures.push({ id, attack, value, unit: "ratio", limit: 1 });

  add("copies", "Every victim copied, word for word", paid([...ledger, ...copies]), 0);
  add("sybils", "Ten copies of each under ten identities", paid([...ledger, ...tenfold]), 0);
  for (const parts of [2, 5, 20]) {
    addSplit(
      `split-${parts}`,
      `The owners cut their own texts into ${parts}`,
      splitInto((words) => cut(words, Math.ceil(words.length / parts))),
    );
  }
  addSplit(
    "split-windows",
    "The owners hand in overlapping windows of 60 words",
    splitInto((words) => cut(words, 60, 30)),
  );
  add("near-copy", "Copies with a tenth of the words replaced, later", paid([...ledger, ...near]), 0.001);
  add("padding-late", "Common phrases of the field, later", paid([...ledger, ...pad]), 0.001);
  add("padding-early", "Common phrases, first in the ledger", paid([...pad, ...ledger]));
  add(
    "padding-early-commons",
    "Common phrases, first in the ledger",
    paid([...commons, ...pad, ...ledger]),
    0.003,
    "commons entered at genesis",
  );
  add("random-early", "300,000 random words of the field, first", paid([...randomWords, ...ledger]), 0.003);
  add("flood-early", "300,000 words of a language model, first", paid([...flood, ...ledger]));
  add(
    "flood-early-commons",
    "300,000 words of a language model, first",
    paid([...commons, ...flood, ...ledger]),
    0.003,
    "commons entered at genesis",
  );
  add("harvest", "Served answers handed in, then asked for again", paid([...ledger, ...harvested]));
  add(
    "harvest-void",
    "Served answers handed in, then asked for again",
    paid([...ledger, ...served, ...harvested]),
    0,
    "served answers entered as void",
  );
  add("front-run", "A reveal copied and entered before it", paid([...copies, ...ledger]));
  add(
    "front-run-commit",
    "A reveal copied and entered before it",
    paid([...ledger, ...copies]),
    0,
    "order is the commit’s",
  );
  figures.push(copyWithTail(world, bits, true), copyWithTail(world, bits, false));
  return figures;
}

/**
 * A copy with 150 new words behind it, asked for half of each: the attacker should have no more than his words' part. Across
 * the seam an answer quotes runs that only his text has, words of the victim among them.
 */
function copyWithTail({ ledger, victims, outside }: World, bits: BitsTable, acrossSeam: boolean): AttackFigure {
  const tails = victims.map((_, i) => outside[i % outside.length]!.slice(0, 150));
  const extended = victims.map((words, i) => entry([...words, ...tails[i]!], "attacker"));
  const halves = victims.map((words, i) => [words.slice(-100), tails[i]!.slice(0, 100)] as const);
  const answers = halves.map(([copied, own]) => (acrossSeam ? [...copied, ...own] : [...own, ...copied]));
  const massOf = (words: readonly string[]) => words.reduce((sum, word) => sum + Math.min(4096, bits.bitsOf(word)), 0);
  const fair = halves.reduce((sum, [copied, own]) => sum + massOf(own) / (massOf(own) + massOf(copied)), 0);
  return {
    id: acrossSeam ? "copy-tail" : "copy-tail-apart",
    attack: acrossSeam
      ? "Copies with 150 words of one’s own behind, quoted across the seam"
      : "Copies with 150 words of one’s own behind, the halves quoted apart",
    value: payoutOf([...ledger, ...extended], answers, bits).attacker,
    unit: "pool",
    limit: Math.round((fair / answers.length) * 1e6) / 1e6,
  };
}

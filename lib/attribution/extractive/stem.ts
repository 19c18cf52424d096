/** Ending, what takes its place, and the least length of what must be left. The first that fits is taken, then again. */
const ENDINGS: readonly (readonly [ending: string, instead: string, least: number])[] = [
  ["izations", "iz", 3],
  ["ization", "iz", 3],
  ["ications", "i", 3],
  ["ication", "i", 3],
  ["abilities", "abl", 2],
  ["ability", "abl", 2],
  ["ibility", "ibl", 2],
  ["itions", "", 4],
  ["ition", "", 4],
  ["ations", "at", 3],
  ["ation", "at", 3],
  ["ions", "", 4],
  ["ion", "", 4],
  ["ments", "", 4],
  ["ment", "", 4],
  ["ings", "", 3],
  ["ing", "", 3],
  ["ied", "i", 3],
  ["ies", "i", 3],
  ["eds", "", 3],
  ["ed", "", 3],
  ["ally", "al", 3],
  ["ly", "", 4],
  ["ers", "", 4],
  ["ors", "", 4],
  ["er", "", 4],
  ["or", "", 4],
  ["sses", "ss", 2],
  ["es", "e", 3],
  ["y", "i", 3],
  ["s", "", 3],
  ["e", "", 3],
];

const ENDINGS_BY_LAST = Map.groupBy(ENDINGS, ([ending]) => ending.at(-1)!);
const DOUBLED = new Set(["bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt"]);

/** Stems of words that were asked for: most are asked for again. */
const known = new Map<string, string>();
const MOST_KNOWN = 32_768;
/** V8 makes a longer part of a text a view of it, which would keep all of it in memory. */
const LONGEST_KNOWN = 12;

/** A rough English stem, for matching only: `distributes`, `distributed` and `distribution` meet; other scripts stay as they are. */
export function stem(word: string): string {
  if (word.length > LONGEST_KNOWN) return stemOf(word);
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size === MOST_KNOWN) known.clear();
  const stemmed = stemOf(word);
  known.set(word, stemmed);
  return stemmed;
}

function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let stemmed = americanOf(word);
  for (let step = 0; step < 3; step++) {
    const fit = ENDINGS_BY_LAST.get(stemmed.at(-1)!)?.find(
      ([ending, , least]) => stemmed.endsWith(ending) && stemmed.length - ending.length >= least,
    );
    if (!fit || stemmed.endsWith("ss")) break;
    const [ending, instead] = fit;
    const shorter = stemmed.slice(0, stemmed.length - ending.length) + instead;
    if (shorter === stemmed) break;
    stemmed = shorter;
  }
  // A doubled last letter comes from an ending: `running`, `submitted`.
  return stemmed !== word && DOUBLED.has(stemmed.slice(-2)) ? stemmed.slice(0, -1) : stemmed;
}

/** Most words have none of these, and patterns are slow to try. */
function americanOf(word: string): string {
  let american = word;
  if (word.includes("licence")) american = american.replace("licence", "license");
  if (word.includes("is", 3)) american = american.replace(/(?<=...)is(?=(?:e[sd]?|ing|ations?)$)/, "iz");
  if (word.includes("our")) american = american.replace(/(behavi|col|fav|hon|lab)our/, "$1or");
  return american;
}

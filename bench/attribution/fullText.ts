import { DatabaseSync } from "node:sqlite";
import { type Contribution, tokenise } from "../../lib/attribution/index.ts";
import { type Cost, costOf, quantiles, round } from "./quantiles.ts";

/** Words of a phrase: the engine's shortest n-gram. */
const PHRASE_WORDS = 4;

export interface FullText {
  buildMs: number;
  bytes: number;
  /** The first contribution of each 4-word phrase of the answer; nothing longer, nothing split. */
  phrases(answer: string): number;
  /** The ten contributions that BM25 ranks best for the answer's distinct words. */
  ranked(answer: string): number[];
}

/** SQLite's FTS5 over the same words, in memory: phrase queries, and its own BM25. */
export function buildFullText(contributions: readonly Contribution[]): FullText {
  const texts = contributions.map(({ text }) => wordsOf(text).join(" "));
  const database = emptyTable();
  const started = performance.now();
  const insert = database.prepare("insert into ledger (rowid, text) values (?, ?)");
  database.exec("begin");
  for (const [i, text] of texts.entries()) insert.run(i + 1, text);
  database.exec("commit");
  const buildMs = performance.now() - started;
  const [size] = database
    .prepare("select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()")
    .all();
  const phrase = database.prepare("select rowid from ledger where ledger match ? order by rowid limit 1");
  const best = database.prepare("select rowid from ledger where ledger match ? order by bm25(ledger) limit 10");
  return {
    buildMs,
    bytes: Number(size!.bytes),
    phrases(answer) {
      const words = wordsOf(answer);
      let found = 0;
      for (let start = 0; start + PHRASE_WORDS <= words.length; start++) {
        if (phrase.get(quoted(words.slice(start, start + PHRASE_WORDS).join(" ")))) found++;
      }
      return found;
    },
    ranked(answer) {
      const words = [...new Set(wordsOf(answer))];
      return best.all(words.map(quoted).join(" OR ")).map(({ rowid }) => Number(rowid) - 1);
    },
  };
}

/** Texts inserted one by one, a transaction each, so that each is searchable at once. */
export function measureInserts(pieces: readonly string[]) {
  const texts = pieces.map((text) => wordsOf(text).join(" "));
  const insert = emptyTable().prepare("insert into ledger (rowid, text) values (?, ?)");
  const costs = texts.map((text, i) => costOf(() => insert.run(i + 1, text)));
  const words = texts.reduce((total, text) => total + text.split(" ").length, 0);
  const perSecond = (of: (cost: Cost) => number) =>
    round(words / (costs.reduce((total, cost) => total + of(cost), 0) / 1000));
  return {
    addMs: quantiles(costs.map(({ ms }) => ms)),
    wordsPerSecond: perSecond(({ ms }) => ms),
    wordsPerCpuSecond: perSecond(({ cpuMs }) => cpuMs),
  };
}

function emptyTable(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "create virtual table ledger using fts5(text, content='', tokenize='unicode61 remove_diacritics 0 tokenchars ''_''')",
  );
  return database;
}

const wordsOf = (text: string) => tokenise(text).map(({ word }) => word);
/** No word holds a quotation mark: it separates. */
const quoted = (text: string) => `"${text}"`;

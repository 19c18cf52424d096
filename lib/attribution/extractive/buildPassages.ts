import { aliasesOf } from "./namesIn.ts";
import { type Section, sectionsOf } from "./sectionsOf.ts";
import { termsOf } from "./termsOf.ts";

export interface SourceDocument {
  id: number | string;
  title: string;
  text: string;
}

/** Consecutive sentences of a section that are found together. */
export interface Passage {
  /** Index into `documents`. */
  document: number;
  section: Section;
  /** Sentences [from, to) of the section. */
  from: number;
  to: number;
  /** Terms in it, its heading's included. */
  length: number;
}

/** Passages of a model's documents with what BM25 needs to find them. */
export interface Passages {
  documents: readonly SourceDocument[];
  list: Passage[];
  /** For each term, passage and frequency in turn, by passage. */
  postings: Map<string, number[]>;
  averageLength: number;
  /** Passages [from, to) of each document. */
  extents: { from: number; to: number }[];
  /** Terms of each name of each document. */
  aliases: string[][][];
  /** For each term, the documents that have it in a name, ascending. */
  titlePostings: Map<string, number[]>;
}

/** Words after which a passage is full. */
const PASSAGE_WORDS = 110;

/** Cuts documents into passages and indexes them for `answerFrom`. Order matters only between equals: the earlier is preferred. */
export function buildPassages(documents: readonly SourceDocument[]): Passages {
  const index: Passages = {
    documents,
    list: [],
    postings: new Map(),
    averageLength: 0,
    extents: [],
    aliases: [],
    titlePostings: new Map(),
  };
  let totalLength = 0;
  for (const [document, { title, text }] of documents.entries()) {
    const aliases = aliasesOf(title);
    index.aliases.push(aliases);
    for (const term of new Set(aliases.flat())) append(index.titlePostings, term, document);
    const first = index.list.length;
    for (const section of sectionsOf(text)) {
      for (const { from, to } of cut(section)) {
        const body = text.slice(section.sentences[from]!.start, section.sentences[to - 1]!.end);
        const terms = termsOf(`${section.heading}\n${body}`);
        post(index.postings, terms, index.list.length);
        index.list.push({ document, section, from, to, length: terms.length });
        totalLength += terms.length;
      }
    }
    index.extents.push({ from: first, to: index.list.length });
  }
  index.averageLength = totalLength / Math.max(1, index.list.length);
  return index;
}

/** Fills passages with whole sentences. */
function cut({ sentences }: Section): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  let words = 0;
  for (const [at, sentence] of sentences.entries()) {
    if (at > from && words + sentence.words > PASSAGE_WORDS) {
      pieces.push({ from, to: at });
      from = at;
      words = 0;
    }
    words += sentence.words;
  }
  if (from < sentences.length) pieces.push({ from, to: sentences.length });
  return pieces;
}

function post(postings: Map<string, number[]>, terms: readonly string[], passage: number): void {
  for (const term of terms) {
    const entries = postings.get(term);
    if (!entries) postings.set(term, [passage, 1]);
    else if (entries.at(-2) === passage) entries[entries.length - 1]!++;
    else entries.push(passage, 1);
  }
}

function append(postings: Map<string, number[]>, term: string, document: number): void {
  const entries = postings.get(term);
  if (entries) entries.push(document);
  else postings.set(term, [document]);
}

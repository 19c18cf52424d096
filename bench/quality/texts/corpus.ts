import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { keccak256, stringToBytes } from "viem";
import { createShingleSet, tokenise } from "../../../lib/attribution/index.ts";

/** A contribution of the testbed: folded words of a real text. */
export type Piece = readonly string[];

export interface Corpus {
  pieces: Piece[];
  /** keccak256 over the pieces: what a second machine must have to repeat the figures. */
  hash: string;
}

const ROOT = path.join(import.meta.dirname, "../../..");
/** Packages whose text depends on the machine, and what came (with the compiler of the suffix sort) after the figures were published. */
const LEFT_OUT = /linux|darwin|win32|android|freebsd|arm64|x64|^(?:assemblyscript|binaryen|long)$/;
const MANUALS = "/usr/share/man";
const LEAST_WORDS = 200;
const MOST_WORDS = 600;
/** A piece more than this part of whose 8-grams are known is left out: the testbed needs one source for each phrase. */
const KNOWN_LIMIT_BPS = 1000;

/**
 * Texts that npm packages carry (Markdown and plain text), then Debian's English manual pages, in pieces of 200 to 600 words,
 * files in the order of their paths, repetitions left out.
 * @param most pieces wanted; @param debian false keeps to npm packages, which the lockfile pins.
 * @throws Error when the machine has fewer.
 */
export function readCorpus(most: number, debian = true): Corpus {
  const files = filesUnder(path.join(ROOT, "node_modules"), /\.(?:md|mdx|txt)$/i, LEFT_OUT);
  if (debian) {
    for (let section = 1; section <= 8; section++)
      files.push(...filesUnder(path.join(MANUALS, `man${section}`), /\.gz$/));
  }
  const known = createShingleSet();
  const pieces: Piece[] = [];
  for (const file of files) {
    const words = tokenise(textOf(file)).map(({ word }) => word);
    for (let from = 0; from + LEAST_WORDS <= words.length && pieces.length < most; from += MOST_WORDS) {
      const piece = words.slice(from, from + MOST_WORDS);
      const text = piece.join(" ");
      if (piece.length < LEAST_WORDS || known.containmentBps(text) > KNOWN_LIMIT_BPS) continue;
      known.add(text);
      pieces.push(piece);
    }
    if (pieces.length >= most) break;
  }
  if (pieces.length < most) {
    throw new Error(`${most} texts are wanted; this machine has ${pieces.length}: install manual pages in ${MANUALS}`);
  }
  return { pieces, hash: keccak256(stringToBytes(pieces.map((piece) => piece.join(" ")).join("\n"))) };
}

function filesUnder(folder: string, wanted: RegExp, unwanted?: RegExp): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (unwanted?.test(entry.name) || entry.name.startsWith(".") || entry.isSymbolicLink()) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesUnder(file, wanted, unwanted));
    else if (wanted.test(entry.name)) files.push(file);
  }
  return files;
}

/** Manual pages without the lines and marks that only say how they are set. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (!file.endsWith(".gz")) return bytes.toString("utf8");
  return gunzipSync(bytes)
    .toString("utf8")
    .replace(/^['.]\\".*$/gm, "")
    .replace(/^\.[A-Za-z]+ ?/gm, "")
    .replace(/\\f(?:\([A-Z]{2}|\[[A-Z]*\]|[A-Z])/g, "")
    .replace(/\\[&-]/g, "-");
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Contribution } from "../../lib/attribution/index.ts";
import { randomNumbers } from "../../lib/attribution/randomNumbers.fixture.ts";

const ROOTS = [
  path.join(import.meta.dirname, "../../node_modules"),
  "/usr/share/common-licenses",
  "/usr/share/doc",
  "/usr/share/perl",
  "/usr/share/perl5",
];
const TEXTS =
  /(\.(md|markdown|txt|pod|pm|d\.ts|d\.mts|d\.cts|html|rst)|LICENSE|README|copyright|changelog|NEWS)(\.gz)?$/i;
const MOST_CHARACTERS = 400_000;
const LEAST_CHARACTERS = 400;

export interface Corpus {
  contributions: Contribution[];
  bytes: number;
  realBytes: number;
}

/**
 * Real text that packages of this machine carry, without duplicates, in the order of the hashes of its contents; where that is not enough,
 * seeded text made of its words and phrases. Every ninth contribution is commons.
 */
export function readCorpus(bytes: number): Corpus {
  const seen = new Map<string, string>();
  const enough = bytes * 1.05;
  let found = 0;
  for (const root of ROOTS) {
    for (const file of filesIn(root)) {
      if (found > enough) break;
      const text = readText(file);
      const size = text.length;
      if (size < LEAST_CHARACTERS) continue;
      const hash = createHash("sha256").update(text).digest("hex");
      if (seen.has(hash)) continue;
      seen.set(hash, text.slice(0, MOST_CHARACTERS));
      found += Math.min(size, MOST_CHARACTERS);
    }
  }
  const texts = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  const contributions: Contribution[] = [];
  let taken = 0;
  const take = (text: string) => {
    contributions.push({ text, kind: contributions.length % 9 === 8 ? "commons" : "paid" });
    taken += Buffer.byteLength(text);
  };
  for (const text of texts) if (taken < bytes) take(text);
  const realBytes = taken;
  const write = writer(texts);
  while (taken < bytes) take(write());
  return { contributions, bytes: taken, realBytes };
}

/** Texts of about 6,000 words: words by their frequency in a part of the real text, and phrases of it. */
function writer(texts: readonly string[]): () => string {
  const random = randomNumbers(1);
  const words = texts.slice(0, 2000).flatMap((text) => text.split(/\s+/));
  return () => {
    const parts: string[] = [];
    for (let k = 0; k < 700; k++) {
      const at = random(words.length - 12);
      const length = random(4) === 0 ? 12 : 1;
      for (let i = 0; i < length; i++) parts.push(words[at + i]!);
      if (length === 1) for (let i = 0; i < 6; i++) parts.push(words[random(words.length)]!);
    }
    return parts.join(" ");
  };
}

function* filesIn(directory: string): Generator<string> {
  if (!existsSync(directory)) return;
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile() && TEXTS.test(entry.name)) yield file;
  }
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return new TextDecoder().decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  } catch {
    // A file that vanished, or is no text after all, is no loss.
    return "";
  }
}

/** Answers of 500 words, of which about 60 % are phrases of 8 to 60 words of contributions, the rest single words of them. */
export function answersOver(contributions: readonly Contribution[], count: number): string[] {
  const random = randomNumbers(7);
  const words = () => contributions[random(contributions.length)]!.text.split(/\s+/).filter(Boolean);
  return Array.from({ length: count }, () => {
    const parts: string[] = [];
    const loose = words();
    while (parts.length < 500) {
      const source = words();
      const at = random(source.length);
      parts.push(...source.slice(at, at + 8 + random(53)));
      for (let k = random(24); k > 0; k--) parts.push(loose[random(loose.length)] ?? "so");
    }
    return parts.slice(0, 500).join(" ");
  });
}

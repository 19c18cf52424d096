import { readFile } from "node:fs/promises";
import { type ContributionKind, METHOD, TIER_VERSION, TOKENISER } from "../attribution/index.ts";
import { replaceFile } from "./tierFiles.ts";
import { UnusableError } from "./UnusableError.ts";

/** A contribution as the index knows it without its text. */
export interface IndexedEntry {
  /** What its text is bound to: a root or a content id. Another text has another key. */
  key: string;
  kind: ContributionKind;
}

/** What the files of an index were made for: those of another are not read. */
export interface Identity {
  layout: number;
  method: string;
  tokeniser: string;
  /** Hash of the bits table that answers are traced with. */
  bits: string;
}

/** One tier on disk. */
export interface TierRecord {
  file: string;
  /** What it covers; the tiers of a manifest follow one another. */
  entries: readonly IndexedEntry[];
}

export const identityOf = (bits: string): Identity => ({
  layout: TIER_VERSION,
  method: METHOD,
  tokeniser: TOKENISER,
  bits,
});

/** How many entries two ledgers have in common before they differ. */
export function commonLength(one: readonly IndexedEntry[], other: readonly IndexedEntry[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length]!.key === other[length]!.key && one[length]!.kind === other[length]!.kind)
    length++;
  return length;
}

/**
 * The tiers that were written, oldest first; none when there is no manifest yet.
 * @throws UnusableError, or what the disk answers when the manifest may be whole
 */
export async function readManifest(file: string, identity: Identity): Promise<TierRecord[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return [];
    if (code === "EISDIR") throw new UnusableError("its manifest is no file");
    throw error;
  }
  let read: { identity?: Partial<Identity>; tiers?: unknown } | null;
  try {
    read = JSON.parse(text);
  } catch {
    throw new UnusableError("its manifest is damaged: it is no JSON");
  }
  for (const name of Object.keys(identity) as (keyof Identity)[]) {
    const found = read?.identity?.[name];
    if (found !== identity[name]) throw new UnusableError(`it was made with ${name} ${found}, now ${identity[name]}`);
  }
  const tiers = read?.tiers;
  if (!Array.isArray(tiers) || !tiers.every(isWritten)) {
    throw new UnusableError("its manifest is damaged: it lists no tiers");
  }
  return tiers.map(({ file, entries }) => ({ file, entries: entries.map(parseEntry) }));
}

export async function writeManifest(file: string, identity: Identity, tiers: readonly TierRecord[]): Promise<void> {
  const lines = tiers.map(({ file, entries }) => ({ file, entries: entries.map(({ kind, key }) => `${kind} ${key}`) }));
  const text = `${JSON.stringify({ identity, tiers: lines }, null, 1)}\n`;
  await replaceFile(file, async (write) => void (await write(Buffer.from(text))));
}

/** A tier as the manifest has it. */
function isWritten(tier: unknown): tier is { file: string; entries: string[] } {
  const { file, entries } = (tier ?? {}) as { file?: unknown; entries?: unknown };
  return typeof file === "string" && Array.isArray(entries) && entries.every((entry) => typeof entry === "string");
}

function parseEntry(line: string): IndexedEntry {
  const space = line.indexOf(" ");
  return { kind: line.slice(0, space) as ContributionKind, key: line.slice(space + 1) };
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type ContributionKind, METHOD, TIER_VERSION, type Tier, TOKENISER } from "../attribution/index.ts";
import { replaceFile } from "./tierFiles.ts";

/** A contribution as the index knows it without its text. */
export interface LedgerEntry {
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
  firstContribution: number;
  contributions: number;
  /** Of the entries that the tier covers. */
  digest: string;
}

export const identityOf = (bits: string): Identity => ({
  layout: TIER_VERSION,
  method: METHOD,
  tokeniser: TOKENISER,
  bits,
});

/** Names a range of the ledger by its entries. */
export function digestOf(
  entries: readonly LedgerEntry[],
  { firstContribution, starts }: Pick<Tier, "firstContribution" | "starts">,
): string {
  return digestOfRange(entries, firstContribution, starts.length);
}

export function digestOfRange(entries: readonly LedgerEntry[], from: number, count: number): string {
  const hash = createHash("sha256");
  for (const { key, kind } of entries.slice(from, from + count)) hash.update(`${kind} ${key}\n`);
  return hash.digest("hex");
}

/**
 * The tiers that were written, oldest first; none when there is no manifest yet.
 * @throws Error saying in a sentence why the manifest cannot be used
 */
export async function readManifest(file: string, identity: Identity): Promise<TierRecord[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  let read: { identity?: Partial<Identity>; tiers?: TierRecord[] };
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error("its manifest is damaged: it is no JSON");
  }
  for (const name of Object.keys(identity) as (keyof Identity)[]) {
    const found = read.identity?.[name];
    if (found !== identity[name]) throw new Error(`it was made with ${name} ${found}, now ${identity[name]}`);
  }
  if (!Array.isArray(read.tiers)) throw new Error("its manifest is damaged: it lists no tiers");
  return read.tiers;
}

export async function writeManifest(file: string, identity: Identity, tiers: readonly TierRecord[]): Promise<void> {
  const text = `${JSON.stringify({ identity, tiers }, null, 1)}\n`;
  await replaceFile(file, async (write) => void (await write(Buffer.from(text))));
}

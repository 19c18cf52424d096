import { decodeText } from "./decodeText.ts";
import { parseCid } from "./parseCid.ts";

export type EvidenceFile = { name: string | null; cid: string };

/** What a document of evidence says. Anybody writes one: all of it is text to be shown, nothing to be believed. */
export type Evidence = {
  /** What is claimed, in plain words; null where the document has no such field. */
  finding: string | null;
  text: string | null;
  /** Files that it names and that a store could hold. */
  files: EvidenceFile[];
  /** Its other fields, as written. */
  facts: { name: string; value: string }[];
};

const MOST = 50;

/**
 * Reads evidence as the workers and the form write it: an object with `finding`, `text`, `files` (CIDs, or objects with `cid` and `name`) and what
 * else there is; anything that is no such object is one text.
 */
export function readEvidence(bytes: Uint8Array): Evidence {
  const whole = decodeText(bytes);
  const fields = objectIn(whole);
  if (!fields) return { finding: null, text: plain(whole), files: [], facts: [] };
  const { finding, text, files, ...rest } = fields;
  return {
    finding: finding == null ? null : worded(finding),
    text: text == null ? null : worded(text),
    files: Array.isArray(files) ? files.slice(0, MOST).flatMap(fileOf) : [],
    facts: Object.entries({ ...rest, ...(Array.isArray(files) || files === undefined ? {} : { files }) })
      .slice(0, MOST)
      .map(([name, value]) => ({ name: plain(name), value: worded(value) })),
  };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function fileOf(file: unknown): EvidenceFile[] {
  const { cid = file, name = null } =
    typeof file === "object" && file !== null ? (file as Record<string, unknown>) : {};
  if (typeof cid !== "string") return [];
  try {
    return [{ cid: parseCid(cid), name: name === null ? null : worded(name) }];
  } catch {
    return [];
  }
}

const worded = (value: unknown): string => plain(typeof value === "string" ? value : JSON.stringify(value));

/** Without what turns the direction of the text around it, or is no character: both would show something else than is there. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, (character) =>
      character === "\r" ? "" : "\ufffd",
    );

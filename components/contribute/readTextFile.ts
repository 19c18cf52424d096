import { formatCount } from "../../lib/format/number.ts";
/** Longest text one contribution may hold, in bytes of UTF-8. */
export const MAX_BYTES = 1_000_000;

export type DataType = "text" | "markdown" | "jsonl" | "csv";

const kinds: Record<string, string> = {
  txt: "text/plain",
  text: "text/plain",
  md: "text/markdown",
  markdown: "text/markdown",
  jsonl: "application/jsonl",
  csv: "text/csv",
};

const pasted: Record<DataType, string> = {
  text: "text/plain",
  markdown: "text/markdown",
  jsonl: "application/jsonl",
  csv: "text/csv",
};

/** What text that was typed or pasted counts as. */
export const pastedType = (dataType: DataType | null): string => pasted[dataType ?? "text"];

/** What a file dialog offers. */
export const ACCEPT = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(",");

export type ReadFile = { title: string; text: string; mediaType: string };

/**
 * Reads a text file that was dropped or chosen.
 * @throws Error naming what is wrong with the file and what to do
 */
export async function readTextFile(file: Pick<File, "name" | "size" | "arrayBuffer">): Promise<ReadFile> {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  const mediaType = kinds[ending];
  if (!mediaType) throw new Error(`${file.name} is not a text file: choose one of ${ACCEPT.replaceAll(",", ", ")}.`);
  if (file.size > MAX_BYTES) {
    throw new Error(
      `${file.name} has ${formatCount(file.size)} bytes: a contribution holds at most 1,000,000, split it.`,
    );
  }
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file.name} is not UTF-8: save it as UTF-8 and choose it again.`);
  }
  if (text.trim() === "") throw new Error(`${file.name} is empty: choose a file with text in it.`);
  return {
    title: file.name
      .slice(0, -(ending.length + 1))
      .replaceAll(/[_-]+/g, " ")
      .trim(),
    text,
    mediaType,
  };
}

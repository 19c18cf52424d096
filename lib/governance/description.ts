import type { Address } from "viem";

const SUFFIX = /\s*#proposer=0x[0-9a-fA-F]{40}$/;

/** A description that only `proposer` can propose (OpenZeppelin's `#proposer=`): nobody can take it from the mempool and cancel it. */
export const describedBy = (text: string, proposer: Address): string => `${text.trim()}\n\n#proposer=${proposer}`;

/** Title and text of a description as people read it: the first line without its Markdown mark, and the rest without the suffix. */
export function readDescription(description: string): { title: string; text: string } {
  const [first = "", ...rest] = description.replace(SUFFIX, "").trim().split("\n");
  const title = first.replace(/^#+\s*/, "").trim();
  return { title: title || "Untitled proposal", text: rest.join("\n").trim() };
}

/** The description of a title and a text, as `readDescription` takes them apart. */
export const writeDescription = (title: string, text: string): string => `# ${title.trim()}\n\n${text.trim()}`.trim();

import { head } from "../../lib/format/cut.ts";

const WORDS = 12;
/** Of characters, for texts that are written without spaces. */
const LONGEST = 80;

/** A question that a model can only answer from this text: by how it begins, under its title where it has one. */
export function questionAbout(title: string | null, text: string): string {
  const words = text.trim().split(/\s+/);
  const begin = head(words.slice(0, WORDS).join(" "), LONGEST);
  const about = title ? `${head(title, LONGEST)}: what` : "What";
  return `${about} follows “${begin}”?`;
}

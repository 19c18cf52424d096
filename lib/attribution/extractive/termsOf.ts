import { tokenise } from "../tokenise.ts";
import { stem } from "./stem.ts";

/** Words that say how a question is put, not what it is about. */
const STOP_WORDS = new Set(
  `a about according actually after all also am an and any are as at be been between but by can could d did difference differences do does don doesn for from get had happen happens has have how i if in into is it
  its just let lets like ll m me mean means my need now of on or our please re s say says shall should so some such t tell than that the their them then there these they this those to under
  ve was we were what when where whether which who whom whose why will with would you your`.split(/\s+/),
);

/**
 * What a text is about: stems of its words without stop words, in order, for matching only. `v2.0` and `2` are one term, and so are
 * `licence` and `license`; a word in camel case also gives its parts.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const tokens = tokenise(text);
  for (let i = 0; i < tokens.length; i++) {
    const { word, start, end } = tokens[i]!;
    if (endsInDigit(word) && /^v?\d+$/.test(word)) {
      let version = word.replace("v", "");
      let last = end;
      while (tokens[i + 1]?.start === last + 1 && text[last] === "." && /^\d+$/.test(tokens[i + 1]!.word)) {
        version += `.${tokens[++i]!.word}`;
        last = tokens[i]!.end;
      }
      let length = version.length;
      while (version.endsWith(".0", length)) length -= 2;
      terms.push(version.slice(0, length));
    } else if (!STOP_WORDS.has(word)) {
      terms.push(stem(word));
      const written = text.slice(start, end);
      if (written === word) continue;
      for (const part of camelParts(written)) if (!STOP_WORDS.has(part)) terms.push(stem(part));
    }
  }
  return terms;
}

/** Asked of every word, for which a pattern is slow. */
function endsInDigit(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return last >= 0x30 && last <= 0x39;
}

function camelParts(word: string): string[] {
  if (!/[a-z][A-Z]/.test(word)) return [];
  return word.split(/(?<=[a-z0-9])(?=[A-Z])/).map((part) => part.toLowerCase());
}

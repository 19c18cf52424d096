import { FOLD_OF_UNIT, WordScanner } from "./words/WordScanner.ts";

/** Calls `visit(word, start, end)` for each token of `text` in order. The word is folded, the offsets are UTF-16 offsets into `text`. */
export function scanTokens(text: string, visit: (word: string, start: number, end: number) => void): void {
  const scanner = new WordScanner(text);
  while (scanner.next()) {
    const { start, end } = scanner;
    visit(scanner.folds ? fold(text, start, end) : text.slice(start, end), start, end);
  }
}

function fold(text: string, start: number, end: number): string {
  let folded = "";
  for (let at = start; at < end; at++) folded += String.fromCharCode(FOLD_OF_UNIT[text.charCodeAt(at)]!);
  return folded;
}

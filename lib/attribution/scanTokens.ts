const JOINS = 0;
const SEPARATOR = 1;
const SINGLE = 2;

/** Longest word in UTF-8 bytes; a longer one is cut before the code point that would take it over. */
const MAX_WORD_BYTES = 64;

type Range = readonly [first: number, last: number];

/** Separators beyond ASCII, and surrogates: a lone one is ill-formed text, which reads as U+FFFD. */
const SEPARATORS: readonly Range[] = [
  [0x0080, 0x00a9],
  [0x00ab, 0x00b4],
  [0x00b6, 0x00b9],
  [0x00bb, 0x00bf],
  [0x00d7, 0x00d7],
  [0x00f7, 0x00f7],
  [0x2000, 0x206f],
  [0x2e00, 0x2e7f],
  [0x3000, 0x303f],
  [0xd800, 0xdfff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xfffd, 0xfffd],
];

/** Scripts written without spaces: each code point is a token by itself. U+20000–2FA1F is tested apart. */
const SINGLES: readonly Range[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3040, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
];

const FOLDS: readonly (readonly [...Range, shift: number])[] = [
  [0x0041, 0x005a, 0x20],
  [0x00c0, 0x00de, 0x20],
  [0x0391, 0x03a9, 0x20],
  [0x0410, 0x042f, 0x20],
  [0x0400, 0x040f, 0x50],
];

const CLASS_OF_UNIT = new Uint8Array(0x10000);
const FOLD_OF_UNIT = new Uint16Array(0x10000);
fillTables();

/**
 * Calls `visit(word, start, end)` for each token of `text` in order, by the rules of `words-1`. The word is folded, the offsets
 * are UTF-16 offsets into `text`. No ICU and no normalisation: the result does not depend on a Unicode version.
 */
export function scanTokens(text: string, visit: (word: string, start: number, end: number) => void): void {
  let start = -1;
  let bytes = 0;
  let folds = false;

  const flush = (end: number) => {
    if (start < 0) return;
    visit(folds ? fold(text, start, end) : text.slice(start, end), start, end);
    start = -1;
    bytes = 0;
    folds = false;
  };

  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const pair = isPair(text, at, unit);
    const kind = pair ? classOfPair(text.codePointAt(at)!) : CLASS_OF_UNIT[unit];
    const next = pair ? at + 2 : at + 1;
    if (kind === JOINS) {
      const size = pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      if (bytes + size > MAX_WORD_BYTES) flush(at);
      if (start < 0) start = at;
      bytes += size;
      if (FOLD_OF_UNIT[unit] !== unit) folds = true;
    } else {
      flush(at);
      if (kind === SINGLE) visit(text.slice(at, next), at, next);
    }
    at = next;
  }
  flush(text.length);
}

function isPair(text: string, at: number, unit: number): boolean {
  if ((unit & 0xfc00) !== 0xd800 || at + 1 >= text.length) return false;
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function classOfPair(codePoint: number): number {
  return codePoint >= 0x20000 && codePoint <= 0x2fa1f ? SINGLE : JOINS;
}

/** All folded characters are in the basic plane and keep their UTF-8 length, so folding by code unit is exact. */
function fold(text: string, start: number, end: number): string {
  let folded = "";
  for (let at = start; at < end; at++) folded += String.fromCharCode(FOLD_OF_UNIT[text.charCodeAt(at)]!);
  return folded;
}

function fillTables(): void {
  for (let unit = 0; unit < 0x80; unit++) {
    if (!/[0-9A-Za-z_]/.test(String.fromCharCode(unit))) CLASS_OF_UNIT[unit] = SEPARATOR;
  }
  for (const [first, last] of SEPARATORS) CLASS_OF_UNIT.fill(SEPARATOR, first, last + 1);
  for (const [first, last] of SINGLES) CLASS_OF_UNIT.fill(SINGLE, first, last + 1);
  for (let unit = 0; unit < 0x10000; unit++) FOLD_OF_UNIT[unit] = unit;
  for (const [first, last, shift] of FOLDS) {
    for (let unit = first; unit <= last; unit++) if (unit !== 0x00d7) FOLD_OF_UNIT[unit] = unit + shift;
  }
}

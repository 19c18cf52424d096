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
/** All folded characters are in the basic plane and keep their UTF-8 length, so folding by code unit is exact. */
export const FOLD_OF_UNIT = new Uint16Array(0x10000);
fillTables();

/**
 * Finds the tokens of `text` in order, by the rules of `words-1`. No ICU and no normalisation: the result does not depend on a Unicode
 * version. After `next()` the token is at [start, end) in UTF-16 units; it folds by `FOLD_OF_UNIT`.
 */
export class WordScanner {
  start = 0;
  end = 0;
  /** Whether folding changes the token. */
  folds = false;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes to the next token; false when there is none. */
  next(): boolean {
    const text = this.#text;
    const length = text.length;
    let start = -1;
    let bytes = 0;
    let at = this.end;
    this.folds = false;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const pair = isPair(text, at, unit);
      const kind = pair ? classOfPair(text.codePointAt(at)!) : CLASS_OF_UNIT[unit];
      if (kind === JOINS) {
        bytes += pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        if (bytes > MAX_WORD_BYTES) break;
        if (start < 0) start = at;
        if (FOLD_OF_UNIT[unit] !== unit) this.folds = true;
      } else if (start >= 0) break;
      else if (kind === SINGLE) {
        start = at;
        at += pair ? 2 : 1;
        break;
      }
      at += pair ? 2 : 1;
    }
    this.start = start;
    this.end = at;
    return start >= 0;
  }
}

function isPair(text: string, at: number, unit: number): boolean {
  if ((unit & 0xfc00) !== 0xd800 || at + 1 >= text.length) return false;
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function classOfPair(codePoint: number): number {
  return codePoint >= 0x20000 && codePoint <= 0x2fa1f ? SINGLE : JOINS;
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

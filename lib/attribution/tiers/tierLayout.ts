import { minimumTreeSize, viewMinimumTree } from "../minimumTree.ts";
import { firstsSize, gramFilterSize } from "./gramFilter.ts";
import type { Tier } from "./types.ts";

/** Every how many suffixes one has its next words beside it. */
export const SAMPLE_STEP = 16;
/** Words that a sample holds, from the second of its suffix. */
export const SAMPLE_WORDS = 3;

/** Begins a tier's buffer: "LONA" read as a little-endian number. */
const MAGIC = 0x414e4f4c;
/** Of the layout below, of what the filter hashes and of the sampling; a tier of another version is built again. */
export const TIER_VERSION = 2;

/** Sections begin at whole cache lines. */
const ALIGNMENT = 64;
const HEADER_BYTES = 64;

/** What the header holds, in this order after magic and version, each an int32. */
export interface TierShape {
  firstContribution: number;
  contributions: number;
  words: number;
  /** 0 when the first-word table is dense. */
  alphabet: number;
  firstSuffixes: number;
  firstSpelling: number;
  spellings: number;
  spellingUnits: number;
}

const FIELDS: readonly (keyof TierShape)[] = [
  "firstContribution",
  "contributions",
  "words",
  "alphabet",
  "firstSuffixes",
  "firstSpelling",
  "spellings",
  "spellingUnits",
];

/** Bytes of a tier of this shape. */
export function tierBytes(shape: TierShape): number {
  return sectionsOf(shape).end;
}

/** Writes the header of a tier that is about to be filled. */
export function writeTierHeader(buffer: ArrayBufferLike, shape: TierShape): void {
  new Int32Array(buffer, 0, HEADER_BYTES / 4).set([MAGIC, TIER_VERSION, ...FIELDS.map((field) => shape[field])]);
}

/**
 * Reads a buffer as a tier, without copying. Numbers are in the machine's byte order, which is little-endian wherever this runs; on
 * another the magic does not fit.
 * @throws Error saying what does not fit; the tier must then be built again.
 */
export function viewTier(buffer: ArrayBufferLike): Tier {
  if (buffer.byteLength < HEADER_BYTES) throw new Error(`it is cut short at ${buffer.byteLength} bytes`);
  const [magic, version, ...values] = new Int32Array(buffer, 0, 2 + FIELDS.length);
  if (magic !== MAGIC) throw new Error("it is no tier of an index");
  if (version !== TIER_VERSION) throw new Error(`it has layout ${version}, this program reads ${TIER_VERSION}`);
  const shape = Object.fromEntries(FIELDS.map((field, i) => [field, values[i]!])) as unknown as TierShape;
  if (values.some((value) => value < 0)) throw new Error("its header is damaged");
  const { at, end } = sectionsOf(shape);
  if (end !== buffer.byteLength) throw new Error(`it has ${buffer.byteLength} bytes instead of ${end}`);

  const ints = (section: keyof typeof at) => new Int32Array(buffer, at[section].from, at[section].length);
  const suffixes = ints("suffixes");
  return {
    buffer,
    firstContribution: shape.firstContribution,
    words: ints("words"),
    starts: ints("starts"),
    kinds: new Uint8Array(buffer, at.kinds.from, shape.contributions),
    spellings: {
      first: shape.firstSpelling,
      ends: ints("spellingEnds"),
      units: new Uint16Array(buffer, at.spellingUnits.from, shape.spellingUnits),
    },
    suffixes,
    alphabet: ints("alphabet"),
    firstSuffix: ints("firstSuffix"),
    samples: ints("samples"),
    earliest: viewMinimumTree(suffixes, ints("minima")),
    filter: ints("filter"),
    firsts: ints("firsts"),
  };
}

/** Where each section begins, how many entries it has, and where the last ends. */
function sectionsOf(shape: TierShape) {
  let end = HEADER_BYTES;
  const place = (length: number, bytes = 4) => {
    const from = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    end = from + length * bytes;
    return { from, length };
  };
  const at = {
    starts: place(shape.contributions),
    kinds: place(shape.contributions, 1),
    words: place(shape.words),
    suffixes: place(shape.words),
    alphabet: place(shape.alphabet),
    firstSuffix: place(shape.firstSuffixes),
    samples: place(SAMPLE_WORDS * Math.ceil(shape.words / SAMPLE_STEP)),
    minima: place(minimumTreeSize(shape.words)),
    filter: place(gramFilterSize(shape.words)),
    firsts: place(firstsSize(shape.words)),
    spellingEnds: place(shape.spellings),
    spellingUnits: place(shape.spellingUnits, 2),
  };
  // A whole number of int32, so that a checksum can read the buffer by words.
  return { at, end: Math.ceil(end / 4) * 4 };
}

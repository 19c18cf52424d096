/** Offsets into the text that was split; `end` is exclusive. */
export interface Extent {
  start: number;
  end: number;
}

/** Words after which a full stop ends no sentence. */
const ABBREVIATIONS =
  /(?:^|[\s("“])(?:e\.g|i\.e|etc|cf|vs|inc|ltd|corp|co|no|nos|sec|art|para|approx|u\.s|u\.s\.c|st|dr|mr|mrs|ms|prof|[a-z]|[ivx]{1,4}|[\d.]+)\.$/i;

/** A stop, closing quotes or brackets, then a blank before what can begin a sentence. */
const STOP = /[.!?]["'”’)\]*_`]*(?=\s+["'“‘([*_`]*[\p{Lu}\p{Lo}\d`[])/gu;

/** Sentences of [start, end) of `text`, in order; together they cover all but the blanks between. */
export function splitSentences(text: string, start: number, end: number): Extent[] {
  const block = text.slice(start, end);
  const sentences: Extent[] = [];
  let from = 0;
  for (const stop of block.matchAll(STOP)) {
    const to = stop.index + stop[0].length;
    if (ABBREVIATIONS.test(block.slice(Math.max(from, stop.index - 12), stop.index + 1))) continue;
    sentences.push({ start: start + from, end: start + to });
    from = to + (/^\s+/.exec(block.slice(to))?.[0].length ?? 0);
  }
  if (from < block.length) sentences.push({ start: start + from, end });
  return sentences;
}

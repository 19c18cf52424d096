/** A stretch of a document: something a reader can be quoted (`prose`, `item` of a list), or a heading above it. */
export interface Block {
  kind: "prose" | "item" | "heading";
  /** UTF-16 offsets into the document; `end` is exclusive. */
  start: number;
  end: number;
  /** Whether something that cannot be quoted (code, a table, a picture) stands between this block and the one before. */
  afterGap: boolean;
}

const FENCE = /^\s*(```|~~~)/;
const ITEM = /^\s*(?:[-*+•]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/;
/** Tags, expressions and tables of Markdown and MDX, and rules. */
const NOT_PROSE = /^\s*(?:<|\{|\||!\[|import\s.+from\s|export\s|[-=*_#]{3,}\s*$)/;

/**
 * Cuts a plain text or a Markdown document into blocks. Front matter, code fences, tags, tables and rules are left out. Blank lines
 * part blocks, and so do list items and headings.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let gap = false;
  let fence = "";
  let skipping = false;

  const close = () => {
    if (open && open.kind === "prose" && isPlainHeading(text.slice(open.start, open.end))) open.kind = "heading";
    open = undefined;
  };
  const begin = (kind: Block["kind"], start: number, end: number) => {
    close();
    const above = blocks.at(-1);
    // What goes on in small letters goes on with the line above: "1.4. “Covered Software”", blank line, "means …".
    if (
      kind === "prose" &&
      above?.kind === "heading" &&
      !gap &&
      /^[a-z]/.test(text.slice(start, start + 1)) &&
      !text.startsWith("#", above.start)
    ) {
      above.kind = "prose";
      above.end = end;
      open = above;
      return;
    }
    open = { kind, start, end, afterGap: gap };
    blocks.push(open);
    gap = false;
  };

  for (const { line, start, end } of linesOf(text, frontMatterEnd(text))) {
    const opensFence = FENCE.exec(line)?.[1];
    if (fence || opensFence) {
      close();
      if (!fence) fence = opensFence!;
      else if (opensFence === fence) fence = "";
      gap = true;
      continue;
    }
    if (line.trim() === "") {
      close();
      skipping = false;
    } else if (skipping || (!open && NOT_PROSE.test(line))) {
      close();
      skipping = true;
      gap = true;
    } else if (/^#{1,6}\s/.test(line)) {
      begin("heading", start, end);
      close();
    } else if (ITEM.test(line)) {
      begin("item", start, end);
    } else if (open) {
      open.end = end;
    } else {
      begin("prose", start, end);
    }
  }
  close();
  return blocks;
}

/** Short lines that do not end as a sentence does, as in "2.1. Grants". */
function isPlainHeading(block: string): boolean {
  return block.split("\n").every((line) => line.trim().split(/\s+/).length <= 9 && !/[.;:,!?)"”]\s*$/.test(line));
}

function frontMatterEnd(text: string): number {
  if (!/^---\r?\n/.test(text)) return 0;
  const end = /\r?\n---\s*?(?:\r?\n|$)/.exec(text);
  return end ? end.index + end[0].length : 0;
}

/** Lines from `from` on without leading and trailing blanks in their offsets. */
function* linesOf(text: string, from: number): Generator<{ line: string; start: number; end: number }> {
  for (let start = from; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end);
    const trimmed = line.trim();
    const indent = line.length - line.trimStart().length;
    yield { line, start: start + indent, end: start + indent + trimmed.length };
    start = end + 1;
  }
}

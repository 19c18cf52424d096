export type Token = {
  text: string;
  start: number;
  kind: "word" | "number" | "symbol";
  /** Inside an `assembly { … }` block. */
  assembly: boolean;
  /** Inside a function, constructor or modifier. */
  body: boolean;
};

const PATTERN =
  /(?<skip>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>0x[0-9a-fA-F]+|\d[\d_]*(?:\.\d+)?(?:e\d+)?)|(?<word>[A-Za-z_$][\w$]*)|(?<symbol><<=|>>=|\+\+|--|\+=|-=|\*=|\/=|%=|\|=|&=|=>|:=|==|!=|<=|>=|&&|\|\||<<|>>|\*\*|.)/gy;

const BODIES = new Set(["function", "constructor", "modifier"]);

/** Solidity's words, numbers and symbols, without comments and strings. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let bodyFrom: number | undefined;
  let assemblyFrom: number | undefined;
  let pending: "body" | "assembly" | undefined;
  for (const match of source.matchAll(PATTERN)) {
    const { skip, number, word } = match.groups!;
    if (skip) continue;
    const text = match[0];
    if (word && BODIES.has(text) && bodyFrom === undefined) pending = "body";
    if (text === "assembly") pending = "assembly";
    if (text === ";" && pending === "body") pending = undefined; // a declaration
    if (text === "{") {
      if (pending === "body") bodyFrom = depth;
      if (pending === "assembly") assemblyFrom = depth;
      pending = undefined;
      depth++;
    }
    const kind = number ? "number" : word ? "word" : "symbol";
    tokens.push({
      ...{ text, start: match.index, kind },
      assembly: assemblyFrom !== undefined,
      body: bodyFrom !== undefined,
    });
    if (text !== "}") continue;
    depth--;
    if (depth === assemblyFrom) assemblyFrom = undefined;
    if (depth === bodyFrom) bodyFrom = undefined;
  }
  return tokens;
}

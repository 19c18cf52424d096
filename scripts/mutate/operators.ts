import { type Token, tokensOf } from "./tokens.ts";

export type Mutant = {
  operator: "arithmetic" | "relational" | "boolean" | "constant" | "guard" | "statement";
  start: number;
  end: number;
  replacement: string;
};

const SWAPS: Record<string, [Mutant["operator"], string[]]> = {
  "+": ["arithmetic", ["-"]],
  "-": ["arithmetic", ["+"]],
  "*": ["arithmetic", ["/"]],
  "/": ["arithmetic", ["*"]],
  "%": ["arithmetic", ["*"]],
  "+=": ["arithmetic", ["-="]],
  "-=": ["arithmetic", ["+="]],
  "++": ["arithmetic", ["--"]],
  "<<": ["arithmetic", [">>"]],
  ">>": ["arithmetic", ["<<"]],
  "<": ["relational", ["<=", ">"]],
  ">": ["relational", [">=", "<"]],
  "<=": ["relational", ["<"]],
  ">=": ["relational", [">"]],
  "==": ["relational", ["!="]],
  "!=": ["relational", ["=="]],
  "&&": ["boolean", ["||"]],
  "||": ["boolean", ["&&"]],
  true: ["boolean", ["false"]],
  false: ["boolean", ["true"]],
};

const YUL_SWAPS: Record<string, [Mutant["operator"], string[]]> = {
  add: ["arithmetic", ["sub"]],
  sub: ["arithmetic", ["add"]],
  mul: ["arithmetic", ["div"]],
  shl: ["arithmetic", ["shr"]],
  shr: ["arithmetic", ["shl"]],
  and: ["arithmetic", ["or"]],
  lt: ["relational", ["gt"]],
};

const UNITS = new Set(["seconds", "minutes", "hours", "days", "weeks"]);
/** Words that begin what is no simple statement, or one whose absence does not compile. */
const NOT_SIMPLE = new Set([
  "if",
  "for",
  "while",
  "return",
  "revert",
  "else",
  "try",
  "catch",
  "assembly",
  "unchecked",
  "do",
]);

/** Every mutant of a Solidity source, in the order of the text. */
export function mutantsOf(source: string): Mutant[] {
  const tokens = tokensOf(source);
  const mutants = tokens.flatMap((_, i) => [...swaps(tokens, i), ...constants(tokens, i), ...negations(tokens, i)]);
  return [...mutants, ...guards(tokens), ...statements(tokens)].sort((a, b) => a.start - b.start);
}

export const apply = (source: string, { start, end, replacement }: Mutant): string =>
  source.slice(0, start) + replacement + source.slice(end);

const endOf = ({ start, text }: Token): number => start + text.length;

/** Outside of bodies an operator is a constant's value, never a type or a signature. */
function isExpression(tokens: Token[], i: number): boolean {
  if (tokens[i]!.body) return true;
  for (let k = i; k >= 0 && tokens[k]!.text !== ";" && tokens[k]!.text !== "{" && tokens[k]!.text !== "}"; k--) {
    if (tokens[k]!.text === "=") return true;
  }
  return false;
}

function swaps(tokens: Token[], i: number): Mutant[] {
  const token = tokens[i]!;
  const found = (token.assembly ? YUL_SWAPS : SWAPS)[token.text];
  if (!found || !isExpression(tokens, i)) return [];
  const [operator, replacements] = found;
  return replacements.map((replacement) => ({ operator, start: token.start, end: endOf(token), replacement }));
}

function constants(tokens: Token[], i: number): Mutant[] {
  const token = tokens[i]!;
  const before = tokens[i - 1]?.text;
  if (token.kind !== "number" || !isExpression(tokens, i) || before === "pragma") return [];
  const unit = tokens[i + 1];
  const end = unit && UNITS.has(unit.text) ? endOf(unit) : endOf(token);
  const text = end === endOf(token) ? token.text : `${token.text} ${unit!.text}`;
  const by = (sign: "+" | "-") => {
    if (!token.assembly) return `(${text} ${sign} 1)`;
    return sign === "+" ? `add(${text}, 1)` : `sub(${text}, 1)`;
  };
  const values = text === "0" ? [by("+")] : [by("+"), by("-")];
  return values.map((replacement) => ({ operator: "constant" as const, start: token.start, end, replacement }));
}

function negations(tokens: Token[], i: number): Mutant[] {
  const token = tokens[i]!;
  if (token.text !== "!" || token.assembly) return [];
  return [{ operator: "boolean", start: token.start, end: endOf(token), replacement: "" }];
}

/** `if (c) revert …;` without its check, and with the opposite one. */
function guards(tokens: Token[]): Mutant[] {
  return tokens.flatMap((token, i): Mutant[] => {
    if (token.text !== "if" || token.assembly) return [];
    const close = closing(tokens, i + 1);
    const open = tokens[i + 1]!;
    const flip = { start: endOf(open), end: tokens[close]!.start, operator: "guard" as const };
    const text = (replacement: string): Mutant => ({ ...flip, replacement });
    return [text("false"), text("true")];
  });
}

/** The index of the bracket that closes the one at `i`. */
function closing(tokens: Token[], i: number): number {
  let depth = 0;
  for (let k = i; k < tokens.length; k++) {
    if ("([{".includes(tokens[k]!.text)) depth++;
    if (")]}".includes(tokens[k]!.text) && --depth === 0) return k;
  }
  throw new Error("mutate: a bracket is not closed.");
}

/** Simple statements left out. */
function statements(tokens: Token[]): Mutant[] {
  const mutants: Mutant[] = [];
  let first: number | undefined;
  let parens = 0;
  for (const [i, token] of tokens.entries()) {
    if (!token.body) {
      first = undefined;
      continue;
    }
    if (token.text === "(") parens++;
    if (token.text === ")") parens--;
    const fresh = i > 0 && parens === 0 && [";", "{", "}"].includes(tokens[i - 1]!.text);
    if (fresh && token.text !== "}") first = i;
    if (token.text !== ";" || parens !== 0 || first === undefined) continue;
    const head = tokens[first]!;
    const declares = tokens[first + 1]?.kind === "word" && head.text !== "emit" && head.text !== "delete";
    const simple = !NOT_SIMPLE.has(head.text) && !declares && head.text !== "_" && !head.assembly;
    if (simple) mutants.push({ operator: "statement", start: head.start, end: endOf(token), replacement: "{}" });
    first = undefined;
  }
  return mutants;
}

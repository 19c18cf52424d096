/** For each label, patterns of what its contributions are called; `*` stands for anything. As a model's document has them. */
export type LabelRules = Readonly<Record<string, readonly string[]>>;

/**
 * The label of a contribution by its title, or by what the title has in its last brackets: "MIT License (MIT)" is called by
 * `MIT` and by `MIT*`. The first rule that fits counts; undefined when none does: the contribution is then no training row.
 */
export function labelOf(title: string, rules: LabelRules): string | undefined {
  const names = [title, ...(/\(([^()]+)\)\s*$/.exec(title)?.slice(1) ?? [])];
  return Object.keys(rules).find((label) => rules[label]!.some((pattern) => names.some((name) => fits(name, pattern))));
}

function fits(name: string, pattern: string): boolean {
  const [first, ...rest] = pattern.split("*");
  if (rest.length === 0) return name === pattern;
  const last = rest.pop()!;
  if (!name.startsWith(first!) || !name.endsWith(last)) return false;
  let at = first!.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

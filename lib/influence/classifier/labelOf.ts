/** For each label, patterns of what its contributions are called; `*` stands for anything. As a model's document has them. */
export type LabelRules = Readonly<Record<string, readonly string[]>>;

/**
 * The label of a contribution by its title, or by what the title has in its last brackets: "MIT License (MIT)" is called by
 * `MIT` and by `MIT*`. The first rule that fits counts; undefined when none does: the contribution is then no training row.
 */
export function labelOf(title: string, rules: LabelRules): string | undefined {
  return labeller(rules)(title);
}

/** `labelOf` for many titles: the rules are taken apart once. */
export function labeller(rules: LabelRules): (title: string) => string | undefined {
  const fits = Object.entries(rules).flatMap(([label, patterns]) =>
    patterns.map((pattern) => ({ label, isFit: matcher(pattern) })),
  );
  return (title) => {
    const names = [title, ...(/\(([^()]+)\)\s*$/.exec(title)?.slice(1) ?? [])];
    return fits.find(({ isFit }) => names.some(isFit))?.label;
  };
}

function matcher(pattern: string): (name: string) => boolean {
  const [first, ...rest] = pattern.split("*");
  if (rest.length === 0) return (name) => name === pattern;
  const last = rest.pop()!;
  return (name) => {
    if (!name.startsWith(first!) || !name.endsWith(last)) return false;
    let at = first!.length;
    for (const part of rest) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= name.length - last.length;
  };
}

import type { LabelRules } from "../../lib/influence/classifier/labelOf.ts";

/** `label: pattern, pattern` a line; lines of the same label are one. @returns the rules, or what is wrong with the text */
export function parseRules(text: string): { rules: Record<string, string[]> } | { problem: string } {
  const rules: Record<string, string[]> = {};
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const colon = line.indexOf(":");
    const label = line.slice(0, Math.max(0, colon)).trim();
    const patterns = line
      .slice(colon + 1)
      .split(",")
      .map((pattern) => pattern.trim())
      .filter(Boolean);
    if (label === "" || patterns.length === 0) {
      return {
        problem: `Line ${i + 1}: write a label, a colon and what its titles look like, such as “permissive: MIT*, BSD-*”.`,
      };
    }
    rules[label] = [...(rules[label] ?? []), ...patterns];
  }
  if (Object.keys(rules).length < 2) return { problem: "Name two labels at least, one a line." };
  return { rules };
}

/** Rules as they are written in the form. */
export const writeRules = (rules: LabelRules): string =>
  Object.entries(rules)
    .map(([label, patterns]) => `${label}: ${patterns.join(", ")}`)
    .join("\n");

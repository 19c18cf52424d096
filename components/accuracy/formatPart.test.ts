import { expect, it } from "vitest";
import { formatFigure, formatPart } from "./formatPart.ts";

it.each([
  [0, "0 %"],
  [0.000038, "0.004 %"],
  [0.999979, ">99.9 %"],
  [0.29, "29 %"],
  [0.000002, "<0.001 %"],
  [0.0132, "1.32 %"],
  [0.558755, "55.9 %"],
  [1, "100 %"],
])("part %d reads %s", (part, text) => expect(formatPart(part)).toBe(text));

it.each([
  [0.9343, "0.934"],
  [1, "1"],
  [0, "0"],
  [4.49857e-15, "4.5 · 10⁻¹⁵"],
  [0.999994, "0.999994"],
  [0.0029, "0.003"],
])("figure %d reads %s", (value, text) => expect(formatFigure(value)).toBe(text));

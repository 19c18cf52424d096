import { expect, it } from "vitest";
import { trainingSpec } from "./documentSchemas.ts";

const spec = (patterns: number, dimensions = 256) => ({
  labels: { harbour: ["h*"], field: Array.from({ length: patterns - 1 }, (_, i) => `f${i}`) },
  ...{ dimensions, penalty: 0.3 },
});

it("takes what one training does in its time, and says what is too much", () => {
  expect(trainingSpec.safeParse(spec(500, 1024)).success).toBe(true);
  expect(trainingSpec.safeParse(spec(501)).error!.issues[0]!.message).toMatch(/500 patterns at most over all labels/);
  expect(trainingSpec.safeParse(spec(2, 1025)).error!.issues[0]!.path).toEqual(["dimensions"]);
});

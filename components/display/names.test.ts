import { expect, it } from "vitest";
import { nameOf } from "./names.ts";

it("adds the number to a name that others have too, and only to that", () => {
  const namesakes = new Set([9n, 16n]);
  expect(nameOf("model", 16, "Licence Counsel", namesakes)).toBe("Licence Counsel · no. 16");
  expect(nameOf("model", 7n, "Licence Clerk", namesakes)).toBe("Licence Clerk");
  expect(nameOf("model", 16n, null, namesakes)).toBe("Model 16");
  expect(nameOf("model", 16n, "Licence Counsel")).toBe("Licence Counsel");
});

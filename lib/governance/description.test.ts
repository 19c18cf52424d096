import { expect, it } from "vitest";
import { describedBy, readDescription, writeDescription } from "./description.ts";

const proposer = "0x00000000000000000000000000000000000000Aa";

it("reads what it wrote, without the suffix", () => {
  const description = describedBy(writeDescription(" A longer window ", "First.\n\nSecond.\n"), proposer);
  expect(description.endsWith(`#proposer=${proposer}`)).toBe(true);
  expect(readDescription(description)).toEqual({ title: "A longer window", text: "First.\n\nSecond." });
});

it.each([
  ["No mark at all", { title: "No mark at all", text: "" }],
  ["", { title: "Untitled proposal", text: "" }],
  ["# \nText", { title: "Untitled proposal", text: "Text" }],
  ["A #proposer=0x12 inside", { title: "A #proposer=0x12 inside", text: "" }],
])("%j reads as %o", (description, read) => {
  expect(readDescription(description)).toEqual(read);
});

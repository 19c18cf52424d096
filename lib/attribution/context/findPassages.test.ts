import { expect, it } from "vitest";
import { buildPassages } from "../index.ts";
import { findPassages } from "./findPassages.ts";

const found = (text: string) => findPassages(buildPassages([{ id: 7, title: "Harbours", text }]), "amber lanterns");

it("cuts a passage after 160 words", () => {
  const [passage] = found("amber ".repeat(200));
  expect(passage).toEqual({
    document: 7,
    title: "Harbours",
    offset: 0,
    words: 160,
    text: "amber ".repeat(160).trimEnd(),
  });
});

it("cuts a passage after the last whole word within 4,000 characters", () => {
  const [passage] = found(`amber${" ".repeat(600)}`.repeat(10));
  // 605 characters to the next word: the seventh ends at 3,635, the eighth beyond 4,000.
  expect(passage!.words).toBe(7);
  expect(passage!.text).toHaveLength(6 * 605 + 5);
});

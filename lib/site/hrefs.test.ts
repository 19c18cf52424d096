import { expect, it } from "vitest";
import { contributorHref, receiptsHref } from "./hrefs.ts";

it("leaves out what is not set", () => {
  expect(receiptsHref({ model: undefined, q: "" })).toBe("/receipts");
  expect(receiptsHref({ q: "may I?", page: 2 })).toBe("/receipts?q=may+I%3F&page=2");
});

it("writes addresses in lower case", () => {
  expect(contributorHref("0xAB")).toBe("/contributors/0xab");
});

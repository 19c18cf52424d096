import { expect, it } from "vitest";
import { countryName, placesOf } from "./places.ts";

it("adds up providers by country, the unnamed last", () => {
  const providers = [
    { country: "ZZ", answers: 900 },
    { country: "DE", answers: 1 },
    { country: null, answers: 2 },
    { country: "fr", answers: 5 },
    { country: "DE ", answers: 3 },
  ];
  expect(placesOf(providers)).toEqual([
    { country: "FR", providers: 1, answers: 5 },
    { country: "DE", providers: 2, answers: 4 },
    { country: null, providers: 2, answers: 902 },
  ]);
});

it.each([
  ["DE", "Germany"],
  ["Q1", "Q1"],
  ["the moon", "the moon"],
])("%s is called %s", (code, name) => {
  expect(countryName(code)).toBe(name);
});

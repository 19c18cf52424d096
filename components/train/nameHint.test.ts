import { expect, it } from "vitest";
import { nameHint } from "./nameHint.ts";

const held = { "licence-counsel": "9" };

it("says what callers will write", () => {
  expect(nameHint("Lease Counsel", held)).toEqual({ hint: "Callers may use “lease-counsel”." });
  expect(nameHint(" ", held)).toHaveProperty("hint");
});

it.each(["Licence Counsel", " licence-COUNSEL "])("warns that %j leads to another model", (name) => {
  expect(nameHint(name, held)).toEqual({
    warning: expect.stringContaining("“licence-counsel” is taken by model 9: callers of this one will have to use ol-"),
  });
});

it.each(["日本語", "OL 7"])("offers no calling name that the gateway would not take: %s", (name) => {
  expect(nameHint(name, held)).toEqual({ hint: "Callers will have to use ol-<its number>." });
});

it("is not misled by names that every object has", () => {
  expect(nameHint("constructor", held)).toEqual({ hint: "Callers may use “constructor”." });
});

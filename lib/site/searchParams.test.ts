import { expect, it } from "vitest";
import { addressParam, choiceParam, idParam, pageOf, pageParam, textParam } from "./searchParams.ts";

it("reads what is well-formed and ignores the rest", () => {
  expect([pageParam.parse("3"), pageParam.parse("0"), pageParam.parse("x"), pageParam.parse(undefined)]).toEqual([
    3, 1, 1, 1,
  ]);
  expect([textParam.parse(" mit "), textParam.parse(["a", "b"]), textParam.parse(undefined)]).toEqual(["mit", "a", ""]);
  expect([textParam.parse("m\0it\0"), textParam.parse("\0")]).toEqual(["mit", ""]);
  const sort = choiceParam(["paid", "name"]);
  expect([sort.parse("name"), sort.parse("x; drop"), sort.parse(undefined)]).toEqual(["name", undefined, undefined]);
  expect([idParam.parse("12"), idParam.parse("-1"), idParam.parse("9".repeat(40))]).toEqual([
    12n,
    undefined,
    undefined,
  ]);
  expect([addressParam.parse(`0x${"A".repeat(40)}`), addressParam.parse("0x12")]).toEqual([
    `0x${"a".repeat(40)}`,
    undefined,
  ]);
});

it("knows where a page stands", () => {
  expect(pageOf(1, 20, 45)).toEqual({ previous: null, next: 2, position: "1 to 20 of 45" });
  expect(pageOf(3, 20, 45)).toEqual({ previous: 2, next: null, position: "41 to 45 of 45" });
  expect(pageOf(1, 20, 0)).toEqual({ previous: null, next: null, position: "none of 0" });
  expect(pageOf(9, 20, 40)).toMatchObject({ previous: 8, next: null, position: "none of 40" });
});

import { expect, test } from "vitest";
import { parseOptions } from "./options.ts";

test("without arguments: seeded production stack in .data on the usual ports", () => {
  expect(parseOptions([], "/repo")).toEqual({
    once: false,
    fresh: false,
    dev: false,
    seed: true,
    data: "/repo/.data",
    portOffset: 0,
  });
});

test("reads every option", () => {
  const argv = ["--once", "--fresh", "--dev", "--no-seed", "--data", "/tmp/x", "--port-offset", "100"];
  expect(parseOptions(argv, "/repo")).toEqual({
    once: true,
    fresh: true,
    dev: true,
    seed: false,
    data: "/tmp/x",
    portOffset: 100,
  });
});

test.each(["abc", "-1", "1.5"])("refuses port offset %s and names what it must be", (value) => {
  expect(() => parseOptions([`--port-offset=${value}`], "/repo")).toThrow("must be a whole number from 0");
});

test("refuses an offset whose ports cannot be used, before anything is started", () => {
  expect(() => parseOptions(["--port-offset", "3000"], "/repo")).toThrow("app on port 6000");
});

test("names an unknown option", () => {
  expect(() => parseOptions(["--onec"], "/repo")).toThrow("--onec");
});

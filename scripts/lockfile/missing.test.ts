import { expect, test } from "vitest";
import { missingEntries } from "./missing.ts";

const wants = (optionalDependencies: Record<string, string>) => ({ version: "1.0.0", optionalDependencies });

test("a platform package npm has dropped gets an entry that is never installed here", () => {
  const packages = { "node_modules/forge": wants({ "forge-darwin-amd64": "1.7.1", "forge-linux-arm64": "1.7.1" }) };
  expect(missingEntries(packages)).toEqual({
    "node_modules/forge-darwin-amd64": { version: "1.7.1", cpu: ["x64"], optional: true, os: ["darwin"] },
    "node_modules/forge-linux-arm64": { version: "1.7.1", cpu: ["arm64"], optional: true, os: ["linux"] },
  });
});

test("the C library is told apart, else npm would install the other one too", () => {
  const entry = (name: string) => Object.values(missingEntries({ "": wants({ [name]: "2.0.0" }) }))[0];
  expect(entry("r-linux-x64-musl")?.libc).toEqual(["musl"]);
  expect(entry("r-linux-arm-gnueabihf")).toMatchObject({ cpu: ["arm"], libc: ["glibc"] });
  expect(entry("r-win32-x64-gnu")?.libc).toBeUndefined();
  expect(entry("r-wasm32-wasi")).toEqual({ version: "2.0.0", cpu: ["wasm32"], optional: true });
});

test("a package found beside or above the one that wants it is not missing", () => {
  const packages = {
    "node_modules/a": wants({ "x-linux-x64": "1.0.0" }),
    "node_modules/a/node_modules/x-linux-x64": {},
    "node_modules/b/node_modules/c": wants({ "y-linux-x64": "1.0.0" }),
    "node_modules/y-linux-x64": {},
  };
  expect(missingEntries(packages)).toEqual({});
});

test("what a sibling has inside is no help", () => {
  const packages = {
    "node_modules/a": wants({ "x-linux-x64": "1.0.0" }),
    "node_modules/b/node_modules/x-linux-x64": {},
  };
  expect(Object.keys(missingEntries(packages))).toEqual(["node_modules/x-linux-x64"]);
});

test.each([
  ["fsevents", "2.3.3"],
  ["x-linux-x64", "^1.0.0"],
])("asks for help with %s@%s", (name, version) => {
  expect(() => missingEntries({ "": wants({ [name]: version }) })).toThrow(`${name}@`);
});

import { expect, test } from "vitest";
import { withMutantFactory, withMutantOf } from "./patch.ts";

test("only the contract's own creations are replaced, brackets inside kept", () => {
  const source = 'a = new Open(f(x), "y");\nb = new OpenGovernor(z);\nnew Open(1);';
  expect(withMutantOf(source, "Open")).toBe(
    'a = Open(_mutant(abi.encode(f(x), "y")));\nb = new OpenGovernor(z);\nOpen(_mutant(abi.encode(1)));',
  );
});

test("the base gets the factory at its end", () => {
  const patched = withMutantFactory("interface Vm {\n}\nabstract contract TestBase {\n}\n");
  expect(patched.trimEnd().endsWith("}\n}")).toBe(true);
  expect(patched.indexOf("_mutant")).toBeGreaterThan(patched.indexOf("TestBase"));
});

import { expect, it } from "vitest";
import { isUnder } from "./routes.ts";

it.each([
  ["/", "/", true],
  ["/datanets", "/", false],
  ["/datanets", "/datanets", true],
  ["/datanets/2/contribute", "/datanets", true],
  ["/datanetsx", "/datanets", false],
])("%s under %s: %s", (pathname, href, expected) => {
  expect(isUnder(pathname, href)).toBe(expected);
});

import { expect, it } from "vitest";
import { currentHref, isUnder } from "./routes.ts";

it.each([
  ["/", "/", true],
  ["/datanets", "/", false],
  ["/datanets", "/datanets", true],
  ["/datanets/2/contribute", "/datanets", true],
  ["/datanetsx", "/datanets", false],
])("%s under %s: %s", (pathname, href, expected) => {
  expect(isUnder(pathname, href)).toBe(expected);
});

it.each([
  ["/governance", "/governance"],
  ["/governance/123", "/governance"],
  ["/governance/delegates", "/governance/delegates"],
  ["/governance/control", "/governance/control"],
  ["/", "/"],
  ["/nowhere", null],
])("at %s the navigation marks %s", (pathname, href) => {
  expect(currentHref(pathname)).toBe(href);
});

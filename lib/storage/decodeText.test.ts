import { expect, it } from "vitest";
import { decodeText } from "./decodeText.ts";

it("keeps a byte order mark and marks ill-formed bytes", () => {
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("\ufeffa");
  expect(decodeText(new Uint8Array([0x61, 0xff]))).toBe("a\ufffd");
});

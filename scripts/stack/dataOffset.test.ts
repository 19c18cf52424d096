import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { keepOffset } from "./dataOffset.ts";

it("refuses the ports a directory did not begin with, and says which it did", () => {
  const data = mkdtempSync(path.join(os.tmpdir(), "openledger-offset-"));
  try {
    keepOffset(data, 1000);
    keepOffset(data, 1000);
    expect(() => keepOffset(data, 0)).toThrow("start it with --port-offset 1000");
  } finally {
    rmSync(data, { recursive: true });
  }
});

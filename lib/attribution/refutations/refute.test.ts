import { readFileSync } from "node:fs";
import { size } from "viem";
import { describe, expect, it } from "vitest";
import { parseBits } from "../parseBits.ts";
import { refutationVectors } from "../vectors/refutationVectors.ts";
import { checkRefutation } from "./checkRefutation.ts";
import { encodeRefutation } from "./encodeRefutation.ts";
import { bitsTsv, honestClaim, ledger, lies } from "./refutationCases.fixture.ts";
import { refute } from "./refute.ts";

const bits = parseBits(bitsTsv);
const other = parseBits("the\t1");

describe("refute", () => {
  it("finds nothing wrong in an honest claim, and no refutation of another holds against it", () => {
    expect(refute(honestClaim(), ledger, bits)).toBeUndefined();
    for (const { name, claim } of lies()) {
      expect(checkRefutation(honestClaim(), bits, refute(claim, ledger, bits)!), name).toEqual(expect.any(String));
    }
  });

  it.each(lies())("refutes $name ($type) in at most 2 KB", ({ type, claim }) => {
    const refutation = refute(claim, ledger, bits)!;
    expect(refutation.type).toBe(type);
    expect(checkRefutation(claim, bits, refutation)).toBeUndefined();
    expect(size(encodeRefutation(refutation))).toBeLessThanOrEqual(2048);
    expect(checkRefutation(claim, other, refutation)).toBe("the bits table is not the one that was used");
    expect(checkRefutation({ ...claim, answer: "" }, bits, refutation)).toMatch("the answer is not the one");
  });

  it("holds no proof with another word, path, place, kind or contributor", () => {
    for (const { claim } of lies()) {
      const refutation = refute(claim, ledger, bits)!;
      if (refutation.type === "arithmetic" || refutation.type === "kind") continue;
      const { opened } = refutation;
      const { entry, chunks } = opened;
      const [chunk] = chunks;
      const withEntry = (change: object) => ({ ...opened, entry: { ...entry, ...change } });
      const withChunk = (change: object) => ({ ...opened, chunks: [{ ...chunk!, ...change }, ...chunks.slice(1)] });
      const forgeries = [
        withChunk({ words: ["forged", ...chunk!.words.slice(1)] }),
        withChunk({ path: chunk!.path.slice(1) }),
        withChunk({ number: chunk!.number + 1 }),
        { ...opened, chunkCount: opened.chunkCount + 60 },
        withEntry({ index: entry.index + 1 }),
        withEntry({ kind: entry.kind === "paid" ? "commons" : "paid" }),
        withEntry({ path: entry.path.slice(1) }),
        { ...opened, contributor: `0x${"f".repeat(40)}` as const },
        { ...opened, chunks: [] },
      ];
      for (const forged of forgeries) {
        expect(checkRefutation(claim, bits, { ...refutation, opened: forged })).toMatch(
          /is not under|no chunk is opened|side by side/,
        );
      }
    }
  });

  it("gives the bytes of the vectors", () => {
    const file = readFileSync(new URL("../vectors/refutations.json", import.meta.url), "utf8");
    expect(refutationVectors()).toEqual(JSON.parse(file));
  });
});

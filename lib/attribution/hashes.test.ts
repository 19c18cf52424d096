import { concat, type Hex, keccak256, stringToBytes, stringToHex, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { answerHash } from "./answerHash.ts";
import { contentHash } from "./contentHash.ts";
import { contributionRoot } from "./contributionRoot.ts";
import { itemRoot } from "./itemRoot.ts";
import { ledgerRoot } from "./ledgerRoot.ts";
import { EMPTY_ROOT, merkleRoot } from "./merkleRoot.ts";
import { defaultParams } from "./params.ts";
import { type ResultToHash, resultHash } from "./resultHash.ts";

const alice = "0x00000000000000000000000000000000000a11ce";
const hash = (text: string) => keccak256(stringToBytes(text));
const node = (left: Hex, right: Hex) => keccak256(concat(["0x01", left, right]));

describe("merkleRoot", () => {
  it("pairs in order and moves a lone node up unchanged", () => {
    const [a, b, c, d, e] = [..."abcde"].map(hash) as [Hex, Hex, Hex, Hex, Hex];
    expect(merkleRoot([])).toBe(EMPTY_ROOT);
    expect(merkleRoot([a])).toBe(a);
    expect(merkleRoot([a, b, c])).toBe(node(node(a, b), c));
    expect(merkleRoot([a, b, c, d, e])).toBe(node(node(node(a, b), node(c, d)), e));
  });
});

describe("contentHash", () => {
  const chunk = (number: number, words: string[]) =>
    keccak256(concat(["0x00", toHex(number, { size: 4 }), stringToHex(words.join("\x1f"))]));

  it("is the leaf of one chunk for up to 64 words, folded", () => {
    expect(contentHash("Hello, World")).toBe(chunk(0, ["hello", "world"]));
    expect(contentHash("")).toBe(chunk(0, []));
  });

  it("numbers the chunks of a longer text", () => {
    const words = Array.from({ length: 130 }, (_, i) => `w${i}`);
    const leaves = [0, 1, 2].map((n) => chunk(n, words.slice(64 * n, 64 * n + 64)));
    expect(contentHash(words.join(" "))).toBe(merkleRoot(leaves));
    expect(contentHash(words.slice(0, 64).join(" "))).toBe(leaves[0]);
  });

  it("stays what it was: other programs hold these", () => {
    expect(contentHash("Every answer has a receipt.")).toBe(
      "0x45adb27c1e458f6025b0fc8ae342eedb4dfefd476468d5c06478ec997921fe06",
    );
    expect(answerHash("Every answer has a receipt.")).toBe(
      "0x67b7362162e8fc0c0f2063ce2b41b3e9468f5afb54986a53ec8949bb9604bbb6",
    );
  });

  it("ignores layout and case but no word", () => {
    expect(contentHash("a b\n\nC")).toBe(contentHash("A, b; c."));
    expect(contentHash("a bc")).not.toBe(contentHash("ab c"));
  });
});

describe("contribution and ledger", () => {
  it("binds an item to its contributor and place", () => {
    const content = contentHash("some words");
    expect(itemRoot(content, alice, 258)).toBe(keccak256(concat([content, alice, "0x00000102"])));
    expect(contributionRoot([content], alice)).toBe(itemRoot(content, alice, 0));
    expect(contributionRoot([content, content], alice)).toBe(
      node(itemRoot(content, alice, 0), itemRoot(content, alice, 1)),
    );
  });

  it("binds each entry's id, root, kind and place", () => {
    const entry = { id: 7n, root: hash("root"), kind: "commons" } as const;
    const leaf = (id: bigint, root: Hex, kind: Hex) => keccak256(concat(["0x02", toHex(id, { size: 32 }), root, kind]));
    expect(ledgerRoot([entry])).toBe(leaf(7n, entry.root, "0x01"));
    expect(ledgerRoot([{ ...entry, kind: "paid" }])).toBe(leaf(7n, entry.root, "0x00"));
    expect(ledgerRoot([{ ...entry, kind: "void" }])).toBe(leaf(7n, entry.root, "0x02"));
    expect(ledgerRoot([])).toBe(EMPTY_ROOT);
    const other = { ...entry, id: 8n };
    expect(ledgerRoot([entry, other])).not.toBe(ledgerRoot([other, entry]));
  });
});

describe("resultHash", () => {
  const result: ResultToHash = {
    params: defaultParams,
    bitsHash: hash("bits"),
    ledgerRoot: hash("ledger"),
    answerHash: answerHash("answer"),
    rows: [{ start: 1, from: 4, to: 9, contribution: 300, offset: 70_000 }],
    shares: [{ contribution: 300, share: 600_000_000 }],
    treasury: 400_000_000,
  };

  it("hashes the documented encoding", () => {
    const ascii = (text: string) => Buffer.from(text).toString("hex").padEnd(64, "0");
    const integer = (bytes: number) => (value: number) => value.toString(16).padStart(2 * bytes, "0");
    const encoding = [
      ascii("lona-1"),
      ascii("words-1"),
      ...[4, 32, 8192, 4096, 2500, 1_000_000_000].map(integer(8)),
      ...[result.bitsHash, result.ledgerRoot, result.answerHash].map((hex) => hex.slice(2)),
      ...[1, 1, 4, 9, 300, 70_000].map(integer(4)),
      ...[1, 300].map(integer(4)),
      ...[600_000_000, 400_000_000].map(integer(8)),
    ].join("");
    expect(resultHash(result)).toBe(keccak256(`0x${encoding}`));
    expect(resultHash(result)).toBe("0xeac85f6f482267851c2b152e3d9d8f198db3759df202fdfa0e4977535c88a60d");
  });

  it("changes with every field", () => {
    const changed: ResultToHash[] = [
      { ...result, params: { ...result.params, minWords: 5 } },
      { ...result, bitsHash: hash("other") },
      { ...result, ledgerRoot: hash("other") },
      { ...result, answerHash: hash("other") },
      { ...result, rows: [] },
      { ...result, rows: [{ ...result.rows[0]!, offset: 70_001 }] },
      { ...result, shares: [{ contribution: 300, share: 600_000_001 }] },
      { ...result, treasury: 399_999_999 },
    ];
    expect(new Set([result, ...changed].map(resultHash)).size).toBe(changed.length + 1);
  });

  it("refuses a number that does not fit its field", () => {
    expect(() => resultHash({ ...result, rows: [{ ...result.rows[0]!, offset: 2 ** 32 }] })).toThrow();
  });
});

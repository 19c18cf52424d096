import { type Hex, keccak256, stringToBytes } from "viem";
import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import { contentHash } from "../contentHash.ts";
import { parseBits } from "../parseBits.ts";
import { resultHash } from "../resultHash.ts";
import { spansOf } from "../spansOf.ts";
import { readVectors } from "./checkVector.ts";

/** One hash over everything that the engine says about the vectors: tokens, rows, shares, masses, spans and hashes. Equal on every engine. */
export function engineDigest(vectorsJson: string): Hex {
  const suite = readVectors(vectorsJson);
  const told = suite.vectors.map(({ contributions, output, bits, limit, params }) => {
    const table = Object.entries(bits)
      .map(([word, value]) => `${word}\t${value}`)
      .join("\n");
    const parsed = parseBits(table, suite.unknownTokenBits);
    const contents = contributions.map(({ text }) => contentHash(text));
    try {
      const all = { ...suite.defaults, ...params };
      const result = attribute(buildIndex(contributions), output, parsed, { limit, params: all });
      const hashes = { bitsHash: parsed.hash, ledgerRoot: parsed.hash, answerHash: parsed.hash };
      const masses = [result.attributedMass, result.totalMass].map(String);
      const { attributedMass, totalMass, ...rest } = result;
      return [rest, masses, spansOf(result), contents, resultHash({ ...result, ...hashes })];
    } catch (error) {
      return String(error);
    }
  });
  return keccak256(stringToBytes(JSON.stringify(told)));
}

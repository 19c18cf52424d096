import { concat, type Hex, keccak256, numberToHex, stringToHex } from "viem";
import { METHOD, TOKENISER } from "./params.ts";
import type { Attribution } from "./types.ts";

export interface ResultToHash extends Pick<Attribution, "params" | "rows" | "shares" | "treasury"> {
  bitsHash: Hex;
  ledgerRoot: Hex;
  answerHash: Hex;
}

/**
 * The hash that anchors a result: keccak256 of this encoding, all integers unsigned and big-endian, nothing between the fields:
 *
 * ```
 * method, tokeniser                        ASCII, padded with zeros at the right to 32 bytes each
 * minWords, maxWords, minBits, maxTokenBits, coverageFloorBps, scale   uint64 each
 * bitsHash, ledgerRoot, answerHash         32 bytes each
 * number of rows                           uint32, then for each row, by start, then from:
 *   start, from, to, contribution, offset  uint32 each
 * number of shares                         uint32, then for each share, by contribution:
 *   contribution uint32, share uint64
 * treasury                                 uint64
 * ```
 *
 * Rows and shares are taken in the order given, which is the order `attribute` returns. Throws when a number does not fit its field.
 */
export function resultHash(result: ResultToHash): Hex {
  const { params, rows, shares } = result;
  return keccak256(
    concat([
      stringToHex(METHOD, { size: 32 }),
      stringToHex(TOKENISER, { size: 32 }),
      uint64(params.minWords),
      uint64(params.maxWords),
      uint64(params.minBits),
      uint64(params.maxTokenBits),
      uint64(params.coverageFloorBps),
      uint64(params.scale),
      result.bitsHash,
      result.ledgerRoot,
      result.answerHash,
      uint32(rows.length),
      ...rows.flatMap((row) => [row.start, row.from, row.to, row.contribution, row.offset].map(uint32)),
      uint32(shares.length),
      ...shares.flatMap(({ contribution, share }) => [uint32(contribution), uint64(share)]),
      uint64(result.treasury),
    ]),
  );
}

function uint32(value: number): Hex {
  return numberToHex(value, { size: 4 });
}

function uint64(value: number): Hex {
  return numberToHex(value, { size: 8 });
}

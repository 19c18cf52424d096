import { concat, type Hex, keccak256, numberToHex, stringToHex } from "viem";
import type { Share } from "../types.ts";
import type { LoggedPassage } from "./contextLog.ts";
import type { PoolSplit } from "./splitPool.ts";

/** The exact method with the context channel behind it. */
export const CONTEXT_METHOD = "lona-1+context-1";

export interface ContextToHash extends PoolSplit {
  /** `resultHash` of the exact channel by itself, before the pool is split. */
  exactHash: Hex;
  contextBps: number;
  log: readonly LoggedPassage[];
}

/**
 * The hash that anchors a result of both channels: keccak256 of this encoding, all integers unsigned and big-endian:
 *
 * ```
 * method                                   ASCII, padded with zeros at the right to 32 bytes
 * exactHash                                32 bytes: a whole lona-1 result, whose hash is unchanged
 * contextBps                               uint64
 * number of passages                       uint32, then for each, in the prompt's order:
 *   contribution, offset, words            uint32 each
 * number of exact shares                   uint32, then for each, by contribution:
 *   contribution uint32, share uint64
 * number of context shares                 uint32, then the same
 * treasury                                 uint64
 * ```
 */
export function contextHash({ exactHash, contextBps, log, exact, context, treasury }: ContextToHash): Hex {
  return keccak256(
    concat([
      stringToHex(CONTEXT_METHOD, { size: 32 }),
      exactHash,
      uint64(contextBps),
      uint32(log.length),
      ...log.flatMap(({ contribution, offset, words }) => [contribution, offset, words].map(uint32)),
      ...sharesOf(exact),
      ...sharesOf(context),
      uint64(treasury),
    ]),
  );
}

const sharesOf = (shares: readonly Share[]): Hex[] => [
  uint32(shares.length),
  ...shares.flatMap(({ contribution, share }) => [uint32(contribution), uint64(share)]),
];

const uint32 = (value: number): Hex => numberToHex(value, { size: 4 });
const uint64 = (value: number): Hex => numberToHex(value, { size: 8 });

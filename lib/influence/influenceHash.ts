import { concat, type Hex, keccak256, numberToHex, stringToBytes, stringToHex } from "viem";
import { answerHash, TOKENISER } from "../attribution/index.ts";
import { INFLUENCE_METHOD, INFLUENCE_SCALE, type LabelAttribution } from "./attributeLabel.ts";

export interface InfluenceToHash extends Pick<LabelAttribution, "scores" | "effects" | "shares" | "treasury"> {
  /** keccak256 of the weights' bytes. */
  weightsHash: Hex;
  ledgerRoot: Hex;
  question: string;
  answer: string;
}

/**
 * The hash that anchors a result of `influence-1`: keccak256 of this encoding, all integers big-endian, nothing between the fields:
 *
 * ```
 * method, tokeniser                        ASCII, padded with zeros at the right to 32 bytes each
 * scale                                    uint64
 * weightsHash, ledgerRoot                  32 bytes each; the weights hold dimensions, penalty's result and rows
 * question, answer                         keccak256 of the UTF-8, 32 bytes each
 * number of scores                         uint32, then for each label, greatest score first:
 *   label keccak256 of the UTF-8, score int64 (1/1,000,000,000)
 * number of effects                        uint32, then for each training row, in ledger order:
 *   contribution id uint64, effect int64 (1/1,000,000,000)
 * number of shares                         uint32, then for each share, in ledger order:
 *   contribution id uint64, share uint64
 * treasury                                 uint64
 * ```
 */
export function influenceHash(result: InfluenceToHash): Hex {
  const { scores, effects, shares } = result;
  return keccak256(
    concat([
      stringToHex(INFLUENCE_METHOD, { size: 32 }),
      stringToHex(TOKENISER, { size: 32 }),
      uint64(INFLUENCE_SCALE),
      result.weightsHash,
      result.ledgerRoot,
      answerHash(result.question),
      answerHash(result.answer),
      uint32(scores.length),
      ...scores.flatMap(({ label, score }) => [keccak256(stringToBytes(label)), int64(score)]),
      uint32(effects.length),
      ...effects.flatMap(({ contribution, effect }) => [uint64(contribution), int64(effect)]),
      uint32(shares.length),
      ...shares.flatMap(({ contribution, share }) => [uint64(contribution), uint64(share)]),
      uint64(result.treasury),
    ]),
  );
}

const uint32 = (value: number): Hex => numberToHex(value, { size: 4 });
const uint64 = (value: number | bigint): Hex => numberToHex(value, { size: 8 });
const int64 = (value: number): Hex => numberToHex(value, { size: 8, signed: true });

import { type Hex, keccak256, stringToBytes } from "viem";

/** keccak256 of the answer's UTF-8 bytes as served, layout included. Ill-formed UTF-16 is written as U+FFFD. */
export function answerHash(text: string): Hex {
  return keccak256(stringToBytes(text));
}

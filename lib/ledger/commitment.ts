import { type Address, concat, encodeAbiParameters, type Hex, keccak256, stringToBytes, toBytes } from "viem";

export interface Commitment {
  contributor: Address;
  datanet: bigint;
  root: Hex;
  items: number;
  /** As declared; the bond is proportional to it. */
  words: number;
  uri: string;
  salt: Hex;
}

/** What `Curation.commit` takes: hides the contribution until its place in the ledger is taken. */
export function commitmentOf(c: Commitment): Hex {
  return keccak256(
    encodeAbiParameters(
      [
        { type: "address" },
        { type: "uint256" },
        { type: "bytes32" },
        { type: "uint32" },
        { type: "uint32" },
        { type: "string" },
        { type: "bytes32" },
      ],
      [c.contributor, c.datanet, c.root, c.items, c.words, c.uri, c.salt],
    ),
  );
}

/** keccak256(salt ‖ UTF-8 of text): a receipt's hash of a text that cannot be guessed from it. */
export function saltedHash(salt: Hex, text: string): Hex {
  return keccak256(concat([toBytes(salt), stringToBytes(text)]));
}

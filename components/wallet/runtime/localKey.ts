import { type Hex, isHex } from "viem";
import { generatePrivateKey } from "viem/accounts";

const KEY = "openledger:local-test-key";

/** The key of this browser's test wallet, made on first use. It guards nothing of value: it only ever signs for chain 31337. */
export function localKey(storage: Pick<Storage, "getItem" | "setItem">): Hex {
  const known = storage.getItem(KEY);
  if (known && isHex(known) && known.length === 66) return known;
  const made = generatePrivateKey();
  storage.setItem(KEY, made);
  return made;
}

import { type Address, type Hex, recoverAddress, size, slice } from "viem";

/** Half of secp256k1's order: contracts refuse the other, equivalent half. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** The signer by the rules of the contracts' ECDSA library: 65 bytes, v of 27 or 28, low s. Null: nobody by these. */
export async function recoverStrictly(hash: Hex, signature: Hex): Promise<Address | null> {
  if (size(signature) !== 65) return null;
  const v = Number(slice(signature, 64));
  if ((v !== 27 && v !== 28) || BigInt(slice(signature, 32, 64)) > HALF_ORDER) return null;
  return recoverAddress({ hash, signature }).catch(() => null); // r or s out of range: nobody's
}

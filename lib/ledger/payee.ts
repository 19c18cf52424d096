import { type Address, getAddress, type Hex, isAddress, numberToHex, pad } from "viem";

const TARGET_BASE = 2n ** 160n;
const MAX_PAYEE = 2n ** 256n - 1n;

/** The payee (32 bytes, lower case) that is an address. */
export function addressPayee(address: Address): Hex {
  if (!isAddress(address, { strict: false })) throw new RangeError(`${address} is no address`);
  return pad(address.toLowerCase() as Hex, { size: 32 });
}

/** The payee that is an asset's staking pool: 2^160 + registry id, as in the contract's `Target`. */
export function targetPayee(assetId: bigint): Hex {
  if (assetId < 0n || assetId > MAX_PAYEE - TARGET_BASE) throw new RangeError(`asset ${assetId} is no registry id`);
  return numberToHex(TARGET_BASE + assetId, { size: 32 });
}

/** The registry id of the asset behind a staking pool. */
export function targetAsset(target: bigint): bigint {
  if (target < TARGET_BASE) throw new RangeError(`${target} is no staking pool`);
  return target - TARGET_BASE;
}

/** The address a payee is; null for a staking pool (or the sentinel at the end). */
export function payeeAddress(payee: Hex): Address | null {
  return BigInt(payee) < TARGET_BASE ? getAddress(`0x${payee.slice(-40)}`) : null;
}

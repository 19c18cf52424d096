import type { Address } from "viem";

export interface Fee {
  payer: Address;
  /** Wei. */
  fee: bigint;
}

/**
 * Takes fees in the given order while what each payer can still pay (`room`, in wei) covers them; a fee that is too large is passed
 * over, a smaller one after it may still fit. @returns also, per payer, what was passed over.
 */
export function affordable<T extends Fee>(
  fees: readonly T[],
  room: ReadonlyMap<Address, bigint>,
): { taken: T[]; short: Map<Address, { count: number; fees: bigint }> } {
  const left = new Map(room);
  const taken: T[] = [];
  const short = new Map<Address, { count: number; fees: bigint }>();
  for (const item of fees) {
    const rest = (left.get(item.payer) ?? 0n) - item.fee;
    if (rest >= 0n) {
      left.set(item.payer, rest);
      taken.push(item);
    } else {
      const { count, fees } = short.get(item.payer) ?? { count: 0, fees: 0n };
      short.set(item.payer, { count: count + 1, fees: fees + item.fee });
    }
  }
  return { taken, short };
}

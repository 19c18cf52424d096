/** Numbers that look random and are the same in each run, for property tests. */
export function randomSource(seed: number) {
  let state = seed >>> 0;
  // Mulberry32 (Tommy Ettinger, public domain).
  const uint32 = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    /** In [0, end). */
    below: (end: number): number => Math.floor((uint32() / 2 ** 32) * end),
    /** In [0, 2^bits). */
    bigint(bits: number): bigint {
      let value = 0n;
      for (let drawn = 0; drawn < bits; drawn += 32) value = (value << 32n) | BigInt(uint32());
      return bits === 0 ? 0n : value & (2n ** BigInt(bits) - 1n);
    },
  };
}

export type RandomSource = ReturnType<typeof randomSource>;

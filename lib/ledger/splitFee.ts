/** Basis points of a fee; whatever they leave of 10,000 is the protocol's. */
export interface Split {
  provider: number;
  owner: number;
  contributors: number;
  stakers: number;
}

export interface FeeParts {
  provider: bigint;
  owner: bigint;
  contributors: bigint;
  stakers: bigint;
  protocol: bigint;
}

const BPS = 10_000n;
const MAX_UINT128 = 2n ** 128n - 1n;
const NAMES = ["provider", "owner", "contributors", "stakers"] as const;

/**
 * Splits a fee in wei: each part is floor(fee · bps / 10⁴), the protocol's is the exact rest, so that the five always add up to the
 * fee (protocol, section 2).
 * @throws RangeError when the fee is not a uint128, a part is no whole number of basis points, or they exceed 10,000 together.
 */
export function splitFee(fee: bigint, split: Split): FeeParts {
  if (fee < 0n || fee > MAX_UINT128) throw new RangeError(`fee is ${fee} wei; give a uint128`);
  let sum = 0;
  for (const name of NAMES) {
    const bps = split[name];
    if (!Number.isInteger(bps) || bps < 0) throw new RangeError(`split.${name} is ${bps}; give whole basis points`);
    sum += bps;
  }
  if (sum > 10_000) throw new RangeError(`split adds up to ${sum} basis points; at most 10,000 can be given away`);
  const part = (bps: number) => (fee * BigInt(bps)) / BPS;
  const [provider, owner] = [part(split.provider), part(split.owner)];
  const [contributors, stakers] = [part(split.contributors), part(split.stakers)];
  return { provider, owner, contributors, stakers, protocol: fee - provider - owner - contributors - stakers };
}

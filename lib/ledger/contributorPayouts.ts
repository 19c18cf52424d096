import type { Hex } from "viem";

/** What a share is for: words that the answer repeats, or what a passage in the prompt explains of the others. */
export type Channel = "exact" | "context";

/** A contribution's share of an answer, of `scale`. */
export interface ShareRow {
  contribution: bigint;
  /** Exact where it is not said. A contribution may have a row in each. */
  channel?: Channel;
  /** Who is paid: the contributor. Rows with the same payee are one owner. */
  payee: Hex;
  share: number;
}

export interface ContributorPayouts {
  /** In the order in which the payees first appear. Payees who get nothing are left out. */
  payouts: { payee: Hex; amount: bigint }[];
  /** One per row, in its order. Those of one payee add up to its payout. */
  parts: { contribution: bigint; amount: bigint }[];
  /** Of the pool, what no payee gets: the protocol's. */
  remainder: bigint;
}

/**
 * Pays the contributors' pool (wei) by share. Per owner floor(pool · Σ share / scale): flooring once per owner, so that nobody loses
 * by contributing in many pieces, and nobody gains by being many owners (protocol, section 2). For display each contribution gets the
 * floor of its own, and the few wei between go to the owner's earliest contribution.
 * @throws RangeError when a share is negative or no whole number, the shares exceed the scale, or a contribution comes twice in a channel.
 */
export function contributorPayouts(pool: bigint, rows: readonly ShareRow[], scale: number): ContributorPayouts {
  if (pool < 0n) throw new RangeError(`pool is ${pool} wei; it cannot be negative`);
  const divisor = BigInt(scale);
  const owners = new Map<string, { payee: Hex; share: bigint; earliest: number }>();
  const seen = new Set<string>();
  let total = 0n;
  for (const [index, row] of rows.entries()) {
    if (!Number.isSafeInteger(row.share) || row.share < 0) {
      throw new RangeError(`share of contribution ${row.contribution} is ${row.share}; give a whole number from 0`);
    }
    const place = `${row.channel ?? "exact"} ${row.contribution}`;
    if (seen.has(place)) throw new RangeError(`contribution ${row.contribution} is listed twice`);
    seen.add(place);
    total += BigInt(row.share);
    const key = row.payee.toLowerCase();
    const owner = owners.get(key) ?? { payee: row.payee, share: 0n, earliest: index };
    owner.share += BigInt(row.share);
    if (row.contribution < rows[owner.earliest]!.contribution) owner.earliest = index;
    owners.set(key, owner);
  }
  if (total > divisor) throw new RangeError(`shares add up to ${total}; the whole is ${divisor}`);

  const parts = rows.map((row) => ({
    contribution: row.contribution,
    amount: (pool * BigInt(row.share)) / divisor,
  }));
  const floors = new Map<string, bigint>();
  for (const [index, row] of rows.entries()) {
    const key = row.payee.toLowerCase();
    floors.set(key, (floors.get(key) ?? 0n) + parts[index]!.amount);
  }
  const payouts: { payee: Hex; amount: bigint }[] = [];
  let remainder = pool;
  for (const [key, { payee, share, earliest }] of owners) {
    const amount = (pool * share) / divisor;
    parts[earliest]!.amount += amount - floors.get(key)!;
    remainder -= amount;
    if (amount > 0n) payouts.push({ payee, amount });
  }
  return { payouts, parts, remainder };
}

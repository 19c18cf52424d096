import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, parseAbiParameters } from "viem";
import { addressPayee, buildSumTree, type Leaf, splitFee, targetPayee, withSentinels } from "../../lib/ledger/index.ts";

const EPOCH = parseAbiParameters([
  "Epoch epoch",
  "struct Epoch { bytes32[] payees; uint128[] amounts; bytes32 hl; uint128 sl; bytes32 hr; uint128 sr; uint256 index; bytes proof; uint128 fee; uint16[4] bps; uint128[5] parts; }",
]);
const LIST = parseAbiParameters("bytes[] epochs");

/** Payees come and stay: more would only make deeper trees, which the fixtures have. */
const MOST_PAYEES = 14;

/**
 * Epochs one after another, as lib/ledger makes them: cumulative leaves, the root's children, the proof of one leaf that grew, and a fee
 * with its parts; ABI-encoded for contracts/test/differential.
 * @param seed The same gives the same.
 */
export function randomEpochs(count: number, seed: bigint): Hex {
  let counter = 0n;
  const random = (below: bigint): bigint =>
    BigInt(keccak256(`${numberToHex(seed, { size: 32 })}${numberToHex(counter++, { size: 32 }).slice(2)}`)) % below;
  const owed = new Map<Hex, bigint>();

  const epoch = (): Hex => {
    if (owed.size < 2 || (owed.size < MOST_PAYEES && random(4n) === 0n)) owed.set(newPayee(random), 0n);
    const grown = [...owed.keys()].filter((_, i) => i === 0 || random(2n) === 0n);
    for (const payee of grown) owed.set(payee, owed.get(payee)! + 1n + random(10n ** 18n));
    const leaves: Leaf[] = [...owed].map(([payee, amount]) => ({ payee, amount }));
    const all = withSentinels(leaves.sort((a, b) => (a.payee < b.payee ? -1 : 1)));
    const tree = buildSumTree(all);
    const claimed = grown[Number(random(BigInt(grown.length)))]!;
    const index = all.findIndex(({ payee }) => payee === claimed);
    return encodeAbiParameters(EPOCH, [
      {
        payees: all.map(({ payee }) => payee),
        amounts: all.map(({ amount }) => amount),
        ...{ hl: tree.hl, sl: tree.sl, hr: tree.hr, sr: tree.sr },
        ...{ index: BigInt(index), proof: tree.proofOf(index) },
        ...randomSplit(random),
      },
    ]);
  };
  return encodeAbiParameters(LIST, [Array.from({ length: count }, epoch)]);
}

function newPayee(random: (below: bigint) => bigint): Hex {
  if (random(5n) === 0n) return targetPayee(1n + random(10n ** 6n));
  return addressPayee(numberToHex(1n + random(2n ** 160n - 1n), { size: 20 }) as Address);
}

function randomSplit(random: (below: bigint) => bigint) {
  const fee = random(2n ** random(129n));
  const bps: [number, number, number, number] = [0, 0, 0, 0];
  let left = 10_000n;
  for (const k of [0, 1, 2, 3] as const) {
    const share = random(left + 1n);
    left -= share;
    bps[k] = Number(share);
  }
  const [provider, owner, contributors, stakers] = bps;
  const parts = splitFee(fee, { provider, owner, contributors, stakers });
  return {
    fee,
    bps,
    parts: [parts.provider, parts.owner, parts.contributors, parts.stakers, parts.protocol] as const,
  };
}

import { parseBits } from "../parseBits.ts";
import { encodeRefutation } from "../refutations/encodeRefutation.ts";
import { bitsTsv, ledger, lies } from "../refutations/refutationCases.fixture.ts";
import { refute } from "../refutations/refute.ts";
import { resultHash } from "../resultHash.ts";

/**
 * What `refutations.json` holds: false claims, the hash that would have been signed, and the bytes that refute each, for checkers in other
 * languages. Written again by `node scripts/vectors.ts`.
 */
export function refutationVectors() {
  const bits = parseBits(bitsTsv);
  const cases = lies().map(({ name, type, claim }) => ({
    ...{ name, type, claim, resultHash: resultHash(claim.result) },
    refutation: encodeRefutation(refute(claim, ledger, bits)!),
  }));
  return { bitsTsv, cases };
}

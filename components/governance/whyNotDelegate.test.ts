import { expect, it } from "vitest";
import { whyNotDelegate } from "./whyNotDelegate.ts";

const some = { kind: "held", amount: 5n, to: "0xaa", same: false, uncounted: false } as const;

it.each([
  [{}, null],
  [{ to: null }, /address/],
  [{ to: "0x0000000000000000000000000000000000000000" }, /takes the votes away/],
  [{ same: true }, /already/],
  [{ kind: "staked", same: true, uncounted: true }, null],
  [{ kind: "staked", amount: 0n, uncounted: true }, /nothing staked/],
  [{ amount: 0n }, null], // what comes later votes too
] as const)("with %o: %s", (change, reason) => {
  const given = whyNotDelegate({ ...some, ...change });
  if (reason === null) expect(given).toBeNull();
  else expect(given).toMatch(reason);
});

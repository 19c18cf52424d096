import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";

const SCRIPT = path.join(import.meta.dirname, "verify.ts");
const NODE = path.join(import.meta.dirname, "../node_modules/.bin/node");
/** A port that nothing listens on: fetch refuses none like it. */
const NOWHERE = "http://127.0.0.1:2";

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(NODE, [SCRIPT, ...args], { encoding: "utf8" });
  return { status, text: stdout + stderr };
}

it("says what it needs, and what is not there, in one sentence", () => {
  for (const args of [[], ["0"], ["x"], ["1", "2"]]) {
    const { status, text } = verify(...args);
    expect(status).toBe(2);
    expect(text).toBe("verify: name one epoch, or all. Usage: npm run verify -- <epoch|all> [--rpc URL] [--api URL]\n");
  }
  expect(verify("1", "--foo").text).toMatch(/^verify: Unknown option '--foo'.*Usage: npm run verify/);
  expect(verify("1", "--rpc", "8545").text).toMatch(/^verify: --rpc is "8545", but must be an address/);
  expect(verify("all", "--api", NOWHERE)).toEqual({
    status: 2,
    text: `verify: no OpenLedger answers at ${NOWHERE}: start one with npm start, or name another with --api.\n`,
  });
});

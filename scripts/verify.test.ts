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
    expect(text).toBe(
      "verify: name one epoch, or all. Usage: npm run verify -- <epoch|all> [--data DIR] [--port-offset N] [--rpc URL] [--api URL]\n",
    );
  }
  expect(verify("1", "--foo").text).toMatch(/^verify: Unknown option '--foo'.*Usage: npm run verify/);
  expect(verify("1", "--rpc", "8545").text).toMatch(/^verify: --rpc is "8545", but must be an address/);
  expect(verify("all", "--api", NOWHERE)).toEqual({
    status: 2,
    text: `verify: no OpenLedger answers at ${NOWHERE}: start one with npm start, or name another with --port-offset or --api.\n`,
  });
});

it("finds a stack by the options it was started with", () => {
  // Nobody starts one so far up; the ports are its.
  expect(verify("all", "--data", ".data/nobody", "--port-offset", "9000").text).toMatch(
    /^verify: no OpenLedger answers at http:\/\/127\.0\.0\.1:12000: .*--port-offset/,
  );
  expect(verify("all", "--port-offset", "x").text).toMatch(/^verify: --port-offset is "x", but must be a whole number/);
  expect(verify("all", "--port-offset", "9000", "--api", NOWHERE).text).toMatch(`no OpenLedger answers at ${NOWHERE}`);
});

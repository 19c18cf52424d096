import path from "node:path";
import { expect, it } from "vitest";
import { usualServerEnv } from "../env/server.ts";
import { verifyCommand } from "./verifyCommand.ts";

const usual = usualServerEnv();
const RPC = "https://rpc.example.org";
const command = (env: Partial<typeof usual>) => verifyCommand(5n, { ...usual, ...env }, usual, RPC);
const shifted = { APP_URL: "http://127.0.0.1:3300", RPC_URL: "http://127.0.0.1:8845" };

it("names the options that the stack was started with, and none where there were none", () => {
  expect(command({})).toBe("npm run verify -- 5");
  expect(command({ DEPLOYMENT_FILE: path.resolve(".data/deployment.json") })).toBe("npm run verify -- 5");
  expect(command(shifted)).toBe("npm run verify -- 5 --port-offset 300");
  expect(command({ ...shifted, DEPLOYMENT_FILE: path.resolve(".data/b/deployment.json") })).toBe(
    "npm run verify -- 5 --data .data/b --port-offset 300",
  );
  expect(command({ DEPLOYMENT_FILE: "/srv/ledger/deployment.json" })).toBe("npm run verify -- 5 --data /srv/ledger");
  expect(command({ DEPLOYMENT_FILE: "/srv/o'ledger/deployment.json" })).toBe(
    "npm run verify -- 5 --data '/srv/o'\\''ledger'",
  );
});

it("names the addresses of one elsewhere", () => {
  expect(command({ APP_URL: "https://ledger.example.org" })).toBe(
    `npm run verify -- 5 --rpc ${RPC} --api https://ledger.example.org`,
  );
  expect(command({ RPC_URL: "http://127.0.0.1:9999" })).toBe(
    `npm run verify -- 5 --rpc ${RPC} --api http://127.0.0.1:3000`,
  );
});

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { readNetwork } from "./network.ts";

const LOCAL = path.join(import.meta.dirname, "../../contracts/networks/local.json");
const local = () => JSON.parse(readFileSync(LOCAL, "utf8"));

function write(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "network-")), "n.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("the local network is of the local accounts", () => {
  const { holder, guardian, gateway, treasury } = localAccounts();
  expect(readNetwork(LOCAL)).toMatchObject({
    holder: holder.address,
    guardian: guardian.address,
    gateway: gateway.address,
    treasury: treasury.address,
  });
});

test("amounts are wei", () => {
  expect(readNetwork(write({ ...local(), minBond: "5000000000000000000000" })).minBond).toBe(5_000n * 10n ** 18n);
});

test.each([
  ["{", "is not JSON. Write it after contracts/networks/local.json."],
  [{ ...local(), holder: "0x70997970c51812dc3A010C7d01b50e0d17dc79C8" }, "holder: must be an address with a right"],
  [{ ...local(), minBond: "1.5" }, "minBond: must be whole wei in a string"],
  [{ ...local(), chainId: 10 }, 'stable: "test" mints to anybody: only for chain 31337'],
  [{ ...local(), admin: "0x" }, 'Unrecognized key: "admin"'],
])("%o is refused", (content, message) => {
  expect(() => readNetwork(write(content))).toThrow(message);
});

test("a file that is not there is named", () => {
  expect(() => readNetwork("/nowhere.json")).toThrow("/nowhere.json does not exist. Write it after");
});

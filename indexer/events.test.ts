import { readFileSync } from "node:fs";
import type { Abi } from "viem";
import { expect, test } from "vitest";
import { arbiterAbi } from "../lib/abi/arbiter.ts";
import { curationAbi } from "../lib/abi/curation.ts";
import { escrowAbi } from "../lib/abi/escrow.ts";
import { openAbi } from "../lib/abi/open.ts";
import { openGovernorAbi } from "../lib/abi/opengovernor.ts";
import { registryAbi } from "../lib/abi/registry.ts";
import { settlementAbi } from "../lib/abi/settlement.ts";
import { stakingAbi } from "../lib/abi/staking.ts";
import { timelockAbi } from "../lib/abi/timelock.ts";

const contracts: [name: string, abi: Abi][] = [
  ["Arbiter", arbiterAbi],
  ["Curation", curationAbi],
  ["Escrow", escrowAbi],
  ["Governor", openGovernorAbi],
  ["Open", openAbi],
  ["Registry", registryAbi],
  ["Settlement", settlementAbi],
  ["Staking", stakingAbi],
  ["Timelock", timelockAbi],
];

test.each(contracts)("each event of %s is indexed, or its file says why not", (name, abi) => {
  const source = readFileSync(`${import.meta.dirname}/src/${name.toLowerCase()}.ts`, "utf8");
  const [header] = source.split("\n", 1);
  const missing = abi
    .filter((entry) => entry.type === "event")
    .map((event) => event.name)
    .filter((event) => source.includes(`ponder.on("${name}:${event}"`) === new RegExp(`\\b${event}\\b`).test(header!));
  expect(missing).toEqual([]);
});

test("VotePower, which is not indexed, never emits the events it inherits", () => {
  expect(readFileSync("contracts/src/VotePower.sol", "utf8")).not.toMatch(/\bemit\b/);
});

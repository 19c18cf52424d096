import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Abi, Hex } from "viem";

/** Every contract there is to deploy. */
export const CONTRACTS = [
  "Open",
  "Registry",
  "Staking",
  "Escrow",
  "Settlement",
  "Curation",
  "Arbiter",
  "VotePower",
  "Timelock",
  "OpenGovernor",
  "TestDollar",
] as const;

export type ContractName = (typeof CONTRACTS)[number];

export type Artifact = {
  abi: Abi;
  bytecode: Hex;
  deployedBytecode: Hex;
  /** Byte ranges of the deployed code that the constructor fills in. */
  immutables: { start: number; length: number }[];
};

type ForgeArtifact = {
  abi: Abi;
  bytecode: { object: Hex };
  deployedBytecode: { object: Hex; immutableReferences?: Record<string, Artifact["immutables"]> };
};

/** Where forge builds for the rest of the repository. */
export const OUT = join(import.meta.dirname, "../../contracts/out");

/** What forge built. @param out another of its output directories @throws if it has not built yet. */
export function readArtifact(name: ContractName, out = OUT): Artifact {
  const { abi, bytecode, deployedBytecode } = parse(name, out);
  return {
    abi,
    bytecode: bytecode.object,
    deployedBytecode: deployedBytecode.object,
    immutables: Object.values(deployedBytecode.immutableReferences ?? {}).flat(),
  };
}

function parse(name: ContractName, out: string): ForgeArtifact {
  try {
    return JSON.parse(readFileSync(join(out, `${name}.sol/${name}.json`), "utf8"));
  } catch (cause) {
    throw new Error(`contracts/out has no readable ${name}. Run \`npm run build:contracts\`.`, { cause });
  }
}

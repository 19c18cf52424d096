import type { Abi } from "viem";

/**
 * The TypeScript module of a contract's ABI: one entry a line, so that a change reads well in a diff. `internalType` is left out: no
 * client reads it and the browser would carry it.
 */
export function abiModule(contract: string, abi: Abi): string {
  const lines = abi.map(
    (entry) => `  ${JSON.stringify(entry, (key, value) => (key === "internalType" ? undefined : value))},`,
  );
  const name = `${contract[0]!.toLowerCase()}${contract.slice(1)}Abi`;
  return [
    `// Generated from contracts/src/${contract}.sol by scripts/contracts.ts; do not edit.`,
    `export const ${name} = [`,
    ...lines,
    "] as const;",
    "",
  ].join("\n");
}

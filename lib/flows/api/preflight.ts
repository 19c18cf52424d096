import { postJson } from "../../tx/api.ts";

/** What the server finds out about a text before anything is sent. */
export type Preflight = {
  words: number;
  bytes: number;
  /** Wei. */
  bond: bigint;
  /** Part of it that the ledger holds already, 0 to 10,000. */
  containedBps: number;
  /** Id of the contribution that is this very text; null when it is new. */
  duplicateOf: string | null;
  /** Why it would not be accepted; null when nothing is wrong. */
  problem: string | null;
};

type Wire = Omit<Preflight, "bond" | "duplicateOf"> & { bond: string; duplicateOf: string | number | null };

export type PreflightInput = { datanet: bigint; contributor: string; title: string; text: string };

export async function readPreflight(input: PreflightInput): Promise<Preflight> {
  const wire = await postJson<Wire>("/api/v1/preflight", input);
  return { ...wire, bond: BigInt(wire.bond), duplicateOf: wire.duplicateOf === null ? null : String(wire.duplicateOf) };
}

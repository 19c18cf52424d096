import type { EvidenceRow } from "../types.ts";

/** For each token of an answer, whether no counting n-gram covers it: `Z_i = 0`. */
export function residualTokens(rows: readonly EvidenceRow[], length: number): boolean[] {
  const residual = new Array<boolean>(length).fill(true);
  for (const { start, to } of rows) residual.fill(false, start, start + to);
  return residual;
}

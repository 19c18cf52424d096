import { formatPlural } from "../../lib/format/number.ts";

/** Which epochs a chart holds, as a sentence. Fees that no epoch holds yet are drawn as one, but are none. @param all how many rows there are to be drawn from */
export function epochsShown(rows: readonly { epoch: number | null }[], all: number): string {
  const sealed = rows.filter(({ epoch }) => epoch !== null).length;
  if (sealed === 0) return "No epoch is sealed yet: these fees wait for the first.";
  const waiting = sealed < rows.length ? ", and the fees that wait for the next" : "";
  if (rows.length < all) return `The last ${formatPlural(sealed, "epoch")}${waiting}.`;
  return `${sealed === 1 ? "The first epoch" : `All ${formatPlural(sealed, "epoch")}`}${waiting}.`;
}

import { contentHash, contributionRoot } from "../attribution/index.ts";
import { assetKind } from "../chain/assetKind.ts";
import { COMMONS } from "../chain/commons.ts";
import type { AcceptedContribution, AssetHistory, LedgerLine, Place } from "./types.ts";

/**
 * Reads the NDJSON of GET /api/v1/ledgers/{model}/{version}.
 * @throws Error naming the line that is not JSON.
 */
export function parseLedger(ndjson: string): LedgerLine[] {
  return ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => {
      try {
        const row = JSON.parse(line) as Omit<LedgerLine, "id"> & { id: string | number };
        return { ...row, id: BigInt(row.id) };
      } catch {
        throw new Error(`Line ${i + 1} of the ledger is not JSON; the download was cut short. Try again.`);
      }
    });
}

/** Whether a contribution's root belongs to its text and contributor. */
export const isBound = ({ root, text, contributor }: LedgerLine): boolean =>
  contributionRoot([contentHash(text)], contributor) === root.toLowerCase();

export type LedgerEntry = Omit<LedgerLine, "text" | "title">;

/**
 * What the chain says a model version may have learned from, by id: of each parent datanet what was accepted before its newest version
 * that precedes the model's, and all commons accepted before the model's, without what had been taken down by then. (The same in SQL:
 * lib/db/ledgers.ts.)
 * @param parents histories of the version's parents
 */
export function ledgerEntries(
  version: AssetHistory["versions"][number],
  parents: ReadonlyMap<bigint, AssetHistory>,
  accepted: readonly AcceptedContribution[],
): LedgerEntry[] {
  const takenUntil = new Map<bigint, Place>([[COMMONS, version.place]]);
  for (const [id, { kind, versions }] of parents) {
    if (id === COMMONS || kind !== assetKind.datanet) continue;
    const newest = versions.findLast(({ place }) => isBefore(place, version.place));
    if (newest) takenUntil.set(id, newest.place);
  }
  return accepted
    .filter(({ datanet, place, takenDown }) => {
      const until = takenUntil.get(datanet);
      return until !== undefined && isBefore(place, until) && !(takenDown && isBefore(takenDown, until));
    })
    .map(({ id, datanet, contributor, root }) => ({
      ...{ id, contributor, root },
      kind: datanet === COMMONS ? ("commons" as const) : ("paid" as const),
    }));
}

const isBefore = (a: Place, b: Place) => a.block < b.block || (a.block === b.block && a.logIndex < b.logIndex);

import { expect, it } from "vitest";
import { assetKind } from "../chain/assetKind.ts";
import { ledgerEntries } from "./ledgerLines.ts";
import type { AcceptedContribution, AssetHistory, Place } from "./types.ts";

const place = (block: number, logIndex = 0): Place => ({ block: BigInt(block), logIndex });
const version = (at: Place): AssetHistory["versions"][number] => ({
  ...{ version: 1, contentHash: "0x", parents: [2n], uri: "", place: at },
});
const datanet: AssetHistory = {
  ...{ kind: assetKind.datanet, splits: [], owners: [] },
  versions: [version(place(20, 5)), version(place(40))],
};
const accepted = (id: bigint, datanet: bigint, at: Place, takenDown: Place | null = null): AcceptedContribution => ({
  ...{ id, datanet, contributor: "0x", root: "0x", place: at, takenDown },
});
const idsOf = (at: Place, contributions: AcceptedContribution[]) =>
  ledgerEntries(version(at), new Map([[2n, datanet]]), contributions).map(({ id }) => id);

it("leaves out what was taken down before the version that would hold it, and keeps it where the version was first", () => {
  const contributions = [
    accepted(1n, 1n, place(1), place(30)),
    accepted(2n, 2n, place(10), place(20, 4)),
    accepted(3n, 2n, place(10), place(20, 6)),
    accepted(4n, 2n, place(10)),
    accepted(5n, 2n, place(21)),
  ];
  expect(idsOf(place(30), contributions)).toEqual([1n, 3n, 4n]);
  expect(idsOf(place(30, 1), contributions)).toEqual([3n, 4n]);
  expect(idsOf(place(50), contributions)).toEqual([4n, 5n]);
});

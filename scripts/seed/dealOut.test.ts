import { expect, test } from "vitest";
import { contentHash } from "../../lib/attribution/index.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { dealOut } from "./dealOut.ts";
import { licenceWorks } from "./texts/licences.ts";

const people = localAccounts().contributors.slice(0, 12);

test("every licence is dealt once, and nobody gets the same text twice", () => {
  const lots = dealOut(licenceWorks, people);
  const dealt = lots.flatMap(({ contributor, works }) =>
    works.map(({ text }) => `${contributor.address} ${contentHash(text)}`),
  );
  expect(dealt.length).toBe(licenceWorks.length);
  expect(new Set(dealt).size).toBe(licenceWorks.length);
  expect(new Set(lots.map(({ contributor }) => contributor.address)).size).toBe(12);
});

test("copies come after all first occurrences", () => {
  const hashes = dealOut(licenceWorks, people).flatMap(({ works }) => works.map(({ text }) => contentHash(text)));
  const distinct = new Set(hashes).size;
  expect(new Set(hashes.slice(0, distinct)).size).toBe(distinct);
});

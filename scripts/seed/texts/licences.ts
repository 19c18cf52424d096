import licences from "spdx-license-list/full.js";
import type { Work } from "./work.ts";

/** Contributed first, as the texts people know: later identifiers of the same text are the copies. */
const WELL_KNOWN = [
  ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "0BSD", "MIT-0", "BSL-1.0", "PostgreSQL"],
  ["GPL-2.0-only", "GPL-3.0-only", "LGPL-2.1-only", "LGPL-3.0-only", "AGPL-3.0-only", "MPL-2.0", "EPL-2.0", "EUPL-1.2"],
  ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "GFDL-1.3-only", "ODbL-1.0", "PDDL-1.0"],
  ["Unlicense", "WTFPL", "Artistic-2.0", "CDDL-1.0", "OFL-1.1", "OpenSSL", "PHP-3.01", "Python-2.0", "Ruby", "curl"],
].flat();

const rank = (id: string) => {
  const place = WELL_KNOWN.indexOf(id);
  return place === -1 ? WELL_KNOWN.length : place;
};

/** Every text on the SPDX list: the well-known ones first, then those the Open Source Initiative approved, then the rest by identifier. */
export const licenceWorks: Work[] = Object.entries(licences)
  .sort(
    ([a, one], [b, other]) =>
      rank(a) - rank(b) || Number(other.osiApproved) - Number(one.osiApproved) || (a < b ? -1 : 1),
  )
  .map(([id, { name, licenseText }]) => ({
    title: `${name} (${id})`.slice(0, 200),
    text: licenseText,
    mediaType: "text/plain",
    source: `https://spdx.org/licenses/${id}.html`,
  }));

/** The text of one licence by its identifier. */
export const licenceText = (id: string): string => licences[id]!.licenseText;

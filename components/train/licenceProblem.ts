const REMEDY = "write one such as CC-BY-4.0";

/** Why a licence is no SPDX identifier or expression of such, in a sentence; null while nothing is typed, or it is. @param known identifiers of the SPDX list */
export function licenceProblem(licence: string, known: readonly string[]): string | null {
  const typed = licence.trim();
  if (typed === "") return null;
  for (const part of typed.split(/\s+(?:AND|OR)\s+/)) {
    const [id = ""] = part.replace(/^[\s(]+|[\s)]+$/g, "").split(/\s+WITH\s+/);
    const plain = id.replace(/\+$/, ""); // "or any later version"
    if (known.includes(id) || known.includes(plain) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(id)) continue;
    const meant = known.find((one) => one.toLowerCase() === plain.toLowerCase());
    return meant ? `“${id}” is written ${meant}.` : `“${id}” is no identifier of the SPDX licence list: ${REMEDY}.`;
  }
  return null;
}

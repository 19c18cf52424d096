const words = { datanet: "Datanet", model: "Model", provider: "Provider", validator: "Validator" } as const;

/** An asset's name, or its number while its document has not been read. @param namesakes those told apart by their numbers */
export function nameOf(
  kind: keyof typeof words,
  id: bigint | number,
  name: string | null | undefined,
  namesakes?: ReadonlySet<bigint>,
): string {
  if (!name) return `${words[kind]} ${id}`;
  return namesakes?.has(BigInt(id)) ? numbered(name, id) : name;
}

/** A name that others have too. */
export const numbered = (name: string, id: bigint | number): string => `${name} · no. ${id}`;

export const ZERO_ADDRESS = "0x0000000000000000000000000000000000000000";

/** Where a provider says it stands. ZZ is the country code for "unknown". */
export const placeOf = (region: string | null, country: string | null): string =>
  [region, country === "ZZ" ? null : country].filter(Boolean).join(", ") || "place unknown";

/** A question as a title; the text of a private one is not public. */
export const questionText = (question: string | null): string =>
  question === null ? "Private question" : `“${question}”`;

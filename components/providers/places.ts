import type { ProviderRecord } from "@/lib/db/queries/providers.ts";

export type Place = {
  /** ISO 3166 alpha-2; null: not named. */
  country: string | null;
  providers: number;
  answers: number;
};

const names = new Intl.DisplayNames("en-GB", { type: "region", fallback: "code" });

/** A country's name; the code itself where it is none. */
export const countryName = (country: string): string => (/^[A-Z]{2}$/.test(country) ? names.of(country)! : country);

/** Providers by the country they registered, the busiest first and the unnamed last. ZZ is the code for unknown. */
export function placesOf(providers: readonly Pick<ProviderRecord, "country" | "answers">[]): Place[] {
  const places = new Map<string | null, Place>();
  for (const { country: named, answers } of providers) {
    const code = named?.trim().toUpperCase();
    const country = !code || code === "ZZ" ? null : code;
    const place = places.get(country) ?? { country, providers: 0, answers: 0 };
    places.set(country, { country, providers: place.providers + 1, answers: place.answers + answers });
  }
  return [...places.values()].sort(
    (a, b) => Number(a.country === null) - Number(b.country === null) || b.answers - a.answers,
  );
}

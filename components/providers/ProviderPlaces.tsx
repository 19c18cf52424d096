import type { ProviderRecord } from "@/lib/db/queries/providers.ts";
import { formatPlural, formatShare } from "@/lib/format/number.ts";
import { countryPoint } from "../../lib/site/countryPoint.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { countryName, type Place, placesOf } from "./places.ts";
import { WorldDots } from "./WorldDots.tsx";

/** Where compute sits, as providers registered it: a map of dots with its table. Nobody has checked the places. */
export function ProviderPlaces({ providers }: { providers: ProviderRecord[] }) {
  const places = placesOf(providers);
  const known = places.filter(({ country }) => country !== null && countryPoint(country));
  const answers = places.reduce((sum, place) => sum + place.answers, 0);
  return (
    <Card
      id="places"
      title="Where compute sits"
      note="As each provider registered it; nobody has checked. A dot is a country, its area the answers served there."
    >
      {known.length > 0 ? (
        <WorldDots places={known} />
      ) : (
        <EmptyState title="No provider names its country">
          Where they stand is unknown, so there is nothing to draw. On a local chain all of them are, or were, processes
          of this machine; one that was switched off stays registered.
        </EmptyState>
      )}
      <PlaceTable places={places} answers={answers} />
    </Card>
  );
}

function PlaceTable({ places, answers }: { places: Place[]; answers: number }) {
  return (
    <Table caption="Providers by country">
      <thead>
        <tr>
          <Th>Country</Th>
          <Th numeric>Providers</Th>
          <Th numeric>Of all answers</Th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.country ?? ""}>
            <Td>{place.country === null ? <span className="text-ink-2">unknown</span> : countryName(place.country)}</Td>
            <Td numeric>{formatPlural(place.providers, "provider")}</Td>
            <Td numeric>{formatShare(BigInt(place.answers), BigInt(answers))}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

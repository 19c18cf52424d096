import { formatCount } from "@/lib/format/number.ts";
import { countryPoint } from "../../lib/site/countryPoint.ts";
import { countryName, type Place } from "./places.ts";

const WIDTH = 720;
const HEIGHT = 300;
/** Latitudes shown: nobody sells compute beyond. */
const NORTH = 72;
const SOUTH = -56;
const SMALLEST = 4;
const LARGEST = 22;

const x = (longitude: number) => ((longitude + 180) / 360) * WIDTH;
const y = (latitude: number) => ((NORTH - latitude) / (NORTH - SOUTH)) * HEIGHT;

/** Rough places of the continents' names, in degrees. */
const continents: [name: string, longitude: number, latitude: number][] = [
  ["North America", -100, 48],
  ["South America", -60, -18],
  ["Africa", 20, 5],
  ["Europe", 16, 56],
  ["Asia", 95, 45],
  ["Oceania", 140, -32],
];

/** Countries as dots on a grid of degrees; the table beside it has the figures. */
export function WorldDots({ places }: { places: Place[] }) {
  const most = Math.max(1, ...places.map(({ answers }) => answers));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Countries where providers stand"
      className="mb-4 w-full"
    >
      {[-120, -60, 0, 60, 120].map((longitude) => (
        <line key={longitude} x1={x(longitude)} x2={x(longitude)} y1={0} y2={HEIGHT} className="stroke-line" />
      ))}
      {[60, 30, 0, -30].map((latitude) => (
        <line key={latitude} x1={0} x2={WIDTH} y1={y(latitude)} y2={y(latitude)} className="stroke-line" />
      ))}
      {continents.map(([name, longitude, latitude]) => (
        <text key={name} x={x(longitude)} y={y(latitude)} textAnchor="middle" className="fill-ink-3 text-[12px]">
          {name}
        </text>
      ))}
      {places.map(({ country, answers }) => {
        const [longitude, latitude] = countryPoint(country!)!;
        const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(answers / most);
        return (
          <g key={country}>
            <circle cx={x(longitude)} cy={y(latitude)} r={radius} className="fill-s1 stroke-surface" fillOpacity={0.85}>
              <title>{`${countryName(country!)}: ${formatCount(answers)} answers`}</title>
            </circle>
            <text x={x(longitude) + radius + 4} y={y(latitude) + 4} className="fill-ink text-[12px]">
              {countryName(country!)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

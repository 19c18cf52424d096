import { formatShare } from "../../lib/format/number.ts";
import { Amount } from "../ui/Amount.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import { bandPath, flowLayout } from "./flowLayout.ts";

export type Flow = { name: string; amount: bigint };

const WIDTH = 400;
const BAND_HEIGHT = 150;
const PITCH = 30;

/** Where one payment went: every band's height is its amount. Labels are text beside the drawing, so they stay readable when it is narrow. */
export function FeeFlow({ title, note, flows }: { title: string; note: string; flows: Flow[] }) {
  const shown = flows.filter((flow) => flow.amount > 0n);
  const total = shown.reduce((sum, flow) => sum + flow.amount, 0n);
  const { bands, height } = flowLayout(
    shown.map((flow) => flow.amount),
    BAND_HEIGHT,
    PITCH,
  );
  const top = bands[0]?.from[0] ?? 0;
  const bottom = bands.at(-1)?.from[1] ?? 0;
  const chart = (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-stretch text-[13px]" style={{ height }}>
      <span className="self-center pr-2">Caller</span>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" className="h-full w-full" aria-hidden="true">
        {bands.map((band, i) => (
          <path key={shown[i]!.name} d={bandPath(band, WIDTH)} fill="var(--fee)" fillOpacity=".32" />
        ))}
        <rect width="5" y={top} height={bottom - top} fill="var(--fee)" />
        {bands.map((band, i) => (
          <rect
            key={shown[i]!.name}
            x={WIDTH - 5}
            width="5"
            y={band.to[0]}
            height={Math.max(1, band.to[1] - band.to[0])}
            fill="var(--fee)"
          />
        ))}
      </svg>
      <ul className="relative w-[11.5rem]" aria-label={title}>
        {bands.map((band, i) => (
          <li
            key={shown[i]!.name}
            className="absolute left-2.5 flex w-[calc(100%-0.625rem)] -translate-y-1/2 justify-between gap-2"
            style={{ top: (band.to[0] + band.to[1]) / 2 }}
          >
            <span>{shown[i]!.name}</span>
            <Amount wei={shown[i]!.amount} preset="precise" />
          </li>
        ))}
      </ul>
    </div>
  );
  const table = (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>To</Th>
          <Th numeric>OPEN</Th>
          <Th numeric>Part</Th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <tr key={flow.name}>
            <Td>{flow.name}</Td>
            <Td numeric className="text-fee">
              <Amount wei={flow.amount} preset="exact" />
            </Td>
            <Td numeric>{formatShare(flow.amount, total)}</Td>
          </tr>
        ))}
        <tr>
          <Td className="font-[550]">Paid by caller</Td>
          <Td numeric className="font-[550]">
            <Amount wei={total} preset="exact" />
          </Td>
          <Td numeric>100 %</Td>
        </tr>
      </tbody>
    </Table>
  );
  return <ChartFrame title={title} note={note} chart={chart} table={table} />;
}

import Link from "next/link";
import type { LineageParent } from "@/lib/db/queries/models.ts";
import { formatPlural } from "@/lib/format/number.ts";
import { datanetHref } from "../../lib/site/hrefs.ts";
import { ChartFrame } from "../charts/ChartFrame.tsx";
import { nameOf } from "../display/names.ts";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

const ROW = 68;
const GAP = 12;
const WIDTH = 100;

const node = "flex flex-col justify-center rounded-control border px-3 text-[14px]";

/** What a model version was made from: datanet versions at the left, the model at the right. */
export function Lineage({ model, version, parents }: { model: string; version: number; parents: LineageParent[] }) {
  const height = parents.length * ROW + Math.max(0, parents.length - 1) * GAP;
  const chart = (
    <div className="grid grid-cols-[minmax(0,1.2fr)_minmax(2rem,0.5fr)_minmax(0,1fr)] items-stretch" style={{ height }}>
      <ul className="grid" style={{ gap: GAP }}>
        {parents.map((parent) => (
          <li key={parent.datanet} className={`${node} min-w-0 border-line`} style={{ height: ROW }}>
            <Link className="link line-clamp-2 leading-tight" href={datanetHref(parent.datanet)}>
              {nameOf("datanet", parent.datanet, parent.name)}
            </Link>
            <span className="num truncate text-[12.5px] text-ink-2">
              v{parent.version} · {formatPlural(parent.contributions, "contribution")}
            </span>
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" className="h-full w-full" aria-hidden="true">
        {parents.map((parent, i) => {
          const y = i * (ROW + GAP) + ROW / 2;
          return (
            <path
              key={parent.datanet}
              d={`M0 ${y}C${WIDTH / 2} ${y} ${WIDTH / 2} ${height / 2} ${WIDTH} ${height / 2}`}
              fill="none"
              stroke="var(--line-strong)"
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          );
        })}
      </svg>
      <div className="flex items-center">
        <div className={`${node} w-full min-w-0 border-ink`} style={{ height: ROW }}>
          <span className="line-clamp-2 font-[550] leading-tight">{model}</span>
          <span className="num text-[12.5px] text-ink-2">v{version}</span>
        </div>
      </div>
    </div>
  );
  const table = (
    <Table caption={`What ${model} v${version} was made from`}>
      <thead>
        <tr>
          <Th>Datanet</Th>
          <Th numeric>Version</Th>
          <Th wide>Licence</Th>
          <Th numeric>Contributions</Th>
          <Th wide>Root</Th>
        </tr>
      </thead>
      <tbody>
        {parents.map((parent) => (
          <tr key={parent.datanet}>
            <Td>
              <Link className="link" href={datanetHref(parent.datanet)}>
                {nameOf("datanet", parent.datanet, parent.name)}
              </Link>
            </Td>
            <Td numeric>{parent.version}</Td>
            <Td wide>{parent.licence ?? "unknown"}</Td>
            <Td numeric>{parent.contributions}</Td>
            <Td wide>
              <Hash value={parent.contentHash} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
  return (
    <ChartFrame
      title="Lineage"
      note="Only these contributions can be paid for its answers. The commons stands first in every ledger and is paid nothing."
      chart={chart}
      table={table}
    />
  );
}

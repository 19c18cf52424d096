"use client";

import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
} from "recharts";
import { formatOpen } from "../../lib/format/money.ts";
import { formatPlural } from "../../lib/format/number.ts";
import { Legend } from "./Legend.tsx";
import type { Point } from "./points.ts";
import { epochTicks, nameSpot, roundTicks } from "./scale.ts";

const tick = { fill: "var(--ink-3)", fontSize: 12 };
const axisTitle = { fill: "var(--ink-3)", fontSize: 12 };
/** Steps an axis has at most: on a phone, too, their names keep apart. */
const Y_PARTS = 4;
const X_PARTS = 8;
/** A letter of a line's name, at most. */
const LETTER_PX = 8;
const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 2 });

function Exact({
  active,
  payload,
  name,
}: {
  active?: boolean;
  payload?: readonly { payload?: Point }[];
  name: string;
}) {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  return (
    <div className="num rounded-control border border-line bg-surface px-3 py-2 text-[13px] shadow-paper">
      <p className="font-[550]">Epoch {point.label}</p>
      <p className="text-fee">
        {name}: {formatOpen(point.feesWei, "full")} OPEN
      </p>
      {point.emissionsWei > 0n && (
        <p className="text-emission">Emissions: {formatOpen(point.emissionsWei, "full")} OPEN</p>
      )}
      <p className="text-ink-2">{formatPlural(point.answers, "answer")}</p>
    </div>
  );
}

/** A line's name where the line ends: what is drawn is named in place, before any legend. */
function LineName({ text, values, top }: { text: string; values: number[]; top: number }) {
  const plot = usePlotArea();
  if (!plot || values.length === 0) return null;
  const { x, y } = nameSpot(values, top, plot, text.length * LETTER_PX);
  return (
    <text
      x={x}
      y={y}
      textAnchor="end"
      fill="var(--fee)"
      fontSize={13}
      fontWeight={600}
      stroke="var(--surface)"
      strokeWidth={5}
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}

/** Fees as an area over epochs; emissions, if any were ever paid, as a bar in each epoch that had some. Arrow keys step through the points. */
export default function EpochArea({ points, name }: { points: Point[]; name: string }) {
  const withEmissions = points.some((point) => point.emissionsWei > 0n);
  const dot = points.length <= 16 ? { r: 3, strokeWidth: 0, fillOpacity: 1 } : false;
  const ticks = roundTicks(Math.max(...points.flatMap((point) => [point.fees, point.emissions])), Y_PARTS);
  const top = ticks.at(-1)!;
  return (
    <div className="flex h-full min-h-[250px] flex-col overflow-x-clip">
      {withEmissions && <Legend name={name} />}
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={points} margin={{ top: 26, right: 12, bottom: 18, left: 8 }} title={`${name} per epoch`}>
            <defs>
              <pattern
                id="emission-hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" fill="var(--emission-soft)" />
                <rect width="2.4" height="6" fill="var(--emission)" fillOpacity=".55" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="label"
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: "var(--line-strong)" }}
              ticks={epochTicks(
                points.map((point) => point.label),
                X_PARTS,
              )}
              interval={0}
              label={{ value: "epoch", position: "insideBottomRight", offset: -12, ...axisTitle }}
            />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={44}
              ticks={ticks}
              domain={[0, top]}
              tickFormatter={(value: number) => compact.format(value)}
              label={{ value: "OPEN", position: "top", offset: 12, ...axisTitle }}
            />
            <Tooltip
              content={<Exact name={name} />}
              cursor={{ stroke: "var(--line-strong)" }}
              isAnimationActive={false}
            />
            {withEmissions && (
              <Bar
                dataKey="emissions"
                maxBarSize={28}
                stroke="var(--emission)"
                strokeWidth={1.2}
                fill="url(#emission-hatch)"
                isAnimationActive={false}
              />
            )}
            <Area
              dataKey="fees"
              stroke="var(--fee)"
              strokeWidth={2.4}
              fill="var(--fee)"
              fillOpacity={0.16}
              dot={dot ? { ...dot, fill: "var(--fee)" } : false}
              isAnimationActive={false}
            />
            {!withEmissions && <LineName text={name} values={points.map((point) => point.fees)} top={top} />}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatOpen } from "../../lib/format/money.ts";
import { formatPlural } from "../../lib/format/number.ts";
import type { Point } from "./points.ts";

const tick = { fill: "var(--ink-3)", fontSize: 12 };
const axisTitle = { fill: "var(--ink-3)", fontSize: 12 };
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

/** Fees (and emissions, if any were ever paid) over epochs. Arrow keys step through the points. */
export default function EpochArea({ points, name }: { points: Point[]; name: string }) {
  const withEmissions = points.some((point) => point.emissionsWei > 0n);
  const dot = points.length <= 16 ? { r: 3, strokeWidth: 0, fillOpacity: 1 } : false;
  const last = points.length - 1;
  const direct =
    (text: string, fill: string) => (props: { x?: number | string; y?: number | string; index?: number }) =>
      props.index === last ? (
        <text
          x={Number(props.x)}
          y={Number(props.y) - 10}
          textAnchor="end"
          fill={fill}
          fontSize={13}
          fontWeight={600}
          stroke="var(--surface)"
          strokeWidth={5}
          paintOrder="stroke"
        >
          {text}
        </text>
      ) : null;
  return (
    <div className="h-full min-h-[250px] overflow-x-clip">
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={points} margin={{ top: 26, right: 12, bottom: 18, left: 8 }} title={`${name} per epoch`}>
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
            minTickGap={24}
            label={{ value: "epoch", position: "insideBottomRight", offset: -12, ...axisTitle }}
          />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={44}
            tickCount={5}
            tickFormatter={(value: number) => compact.format(value)}
            label={{ value: "OPEN", position: "top", offset: 12, ...axisTitle }}
          />
          <Tooltip
            content={<Exact name={name} />}
            cursor={{ stroke: "var(--line-strong)" }}
            isAnimationActive={false}
          />
          {withEmissions && (
            <Area
              dataKey="emissions"
              stroke="var(--emission)"
              strokeWidth={1.6}
              fill="url(#emission-hatch)"
              fillOpacity={0.75}
              isAnimationActive={false}
              label={direct("Emissions", "var(--emission)")}
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
            label={direct(name, "var(--fee)")}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

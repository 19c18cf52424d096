"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import { EpochTable } from "./EpochTable.tsx";
import type { Point } from "./points.ts";

// The chart library is as heavy as the page itself: it comes after it.
const EpochArea = dynamic(() => import("./EpochArea.tsx"), {
  ssr: false,
  loading: () => <BlockSkeleton className="h-[250px]" />,
});

/** Money per epoch as an area, with its table. `name` is the series: "Fees", "Earned". */
export function EpochChart({
  title,
  name,
  note,
  points,
  empty,
}: {
  title: string;
  name: string;
  note?: ReactNode;
  points: Point[];
  /** What to say while there is nothing to draw. */
  empty: string;
}) {
  const drawn = points.some((point) => point.feesWei > 0n || point.emissionsWei > 0n);
  return (
    <ChartFrame
      title={title}
      unit="OPEN per epoch"
      note={note}
      chart={
        drawn ? <EpochArea points={points} name={name} /> : <EmptyState title="Nothing to draw yet">{empty}</EmptyState>
      }
      table={<EpochTable title={title} name={name} points={points} />}
    />
  );
}

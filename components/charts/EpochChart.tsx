"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Amount } from "../ui/Amount.tsx";
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
  // An epoch that is still filling would look like a fall: it is told, not drawn.
  const closed = points.filter((point) => point.label !== "open");
  const open = points.find((point) => point.label === "open" && point.feesWei > 0n);
  const drawn = closed.some((point) => point.feesWei > 0n || point.emissionsWei > 0n);
  return (
    <ChartFrame
      title={title}
      unit="OPEN per epoch"
      note={
        <>
          {note}
          {open && (
            <p>
              Not drawn: <Amount wei={open.feesWei} preset="precise" unit /> that no epoch holds yet.
            </p>
          )}
        </>
      }
      chart={
        drawn ? <EpochArea points={closed} name={name} /> : <EmptyState title="Nothing to draw yet">{empty}</EmptyState>
      }
      table={<EpochTable title={title} name={name} points={points} />}
    />
  );
}

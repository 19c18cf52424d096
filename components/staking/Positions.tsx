"use client";

import type { OwnSlash } from "@/lib/db/queries/slashes.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PositionItem } from "./PositionItem.tsx";
import type { LivePosition } from "./useStakes.ts";

/** Everything the account has in a pool, each with its ways out. @param now chain time, unix seconds */
export function Positions({
  positions,
  slashes,
  now,
  onDone,
}: {
  positions: LivePosition[];
  slashes: OwnSlash[];
  now: number;
  onDone: () => void;
}) {
  return (
    <Card id="positions" title="Your positions">
      {positions.length === 0 ? (
        <EmptyState title="Nothing staked">
          What you stake is listed here, with its rewards and the clock of what thaws.
        </EmptyState>
      ) : (
        <ul className="-my-5 divide-y divide-line">
          {positions.map((position) => (
            <PositionItem
              key={position.target}
              position={position}
              slashed={slashes.some(({ target }) => target === position.target)}
              now={now}
              onDone={onDone}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

import type { EpochRow } from "@/lib/db/queries/epochRows.ts";
import { Tag } from "../ui/Tag.tsx";

/** What this server's watcher found when it redid a posted root. */
export function RedoneTag({ verdict }: Pick<EpochRow, "verdict">) {
  if (verdict === "equal") return <Tag tone="good">equal</Tag>;
  if (verdict === "different") return <Tag tone="bad">different</Tag>;
  if (verdict === "unavailable") return <Tag tone="warn">files unavailable</Tag>;
  return <span className="text-ink-3">not yet</span>;
}

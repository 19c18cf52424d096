import { formatShare } from "../../lib/format/number.ts";
import type { LivePosition } from "./useStakes.ts";

/** What a position gets of its pool’s rewards, in words: what thaws, of it or of others, has no part in them. */
export const earningPart = ({ shares, poolEarning }: Pick<LivePosition, "shares" | "poolEarning">): string =>
  shares === 0n ? "earns nothing" : `earns ${formatShare(shares, poolEarning)} of the pool’s rewards`;

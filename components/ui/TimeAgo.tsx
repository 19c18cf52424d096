import { formatDateTime, formatRelative } from "../../lib/format/date.ts";

/**
 * A moment, in unix seconds of chain time. `now` (chain time of the page) makes it relative; without it the date is written out.
 * Rendered once, the same on server and client: the page says when it was made.
 */
export function TimeAgo({ at, now }: { at: number; now?: number }) {
  const full = formatDateTime(at);
  return (
    <time dateTime={new Date(at * 1_000).toISOString()} title={full} className="whitespace-nowrap">
      {now === undefined ? full : formatRelative(at, now)}
    </time>
  );
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const pad = (n: number) => n.toString().padStart(2, "0");

/** Unix seconds as "20 Nov 2026, 13:42 UTC": the same text on the server and in every browser. */
export function formatDateTime(seconds: number): string {
  const d = new Date(seconds * 1_000);
  return `${formatDate(seconds)}, ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())} UTC`;
}

/** Unix seconds as "20 Nov 2026" (UTC). */
export function formatDate(seconds: number): string {
  const d = new Date(seconds * 1_000);
  return `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

const UNITS: [number, string][] = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
];

/** A length of time in seconds by its two largest units, cut: 95 → "1 min 35 s", 86_400 → "1 d"; below a second "0 s". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.trunc(seconds));
  const place = UNITS.findIndex(([unit]) => whole >= unit);
  if (place < 0) return "0 s";
  const [[size, name], smaller] = [UNITS[place]!, UNITS[place + 1]];
  const rest = smaller ? Math.trunc((whole % size) / smaller[0]) : 0;
  return `${Math.trunc(whole / size)} ${name}${rest > 0 ? ` ${rest} ${smaller![1]}` : ""}`;
}

/**
 * `at` seen from `now`, both unix seconds of the same clock (chain time: a local chain may run ahead of the wall): "4 s ago" by the largest
 * unit, "in 2 d 23 h" by two, since waiting is planned for. Past 30 days it is a date.
 */
export function formatRelative(at: number, now: number): string {
  const distance = now - at;
  if (Math.abs(distance) >= 30 * 86_400) return formatDate(at);
  if (Math.abs(distance) < 1) return "just now";
  if (distance < 0) return `in ${formatDuration(-distance)}`;
  const [size, name] = UNITS.find(([unit]) => distance >= unit)!;
  return `${Math.trunc(distance / size)} ${name} ago`;
}

import { type Address, getAddress, isAddress, pad, toHex } from "viem";
import type { Unit } from "../chain/parameters.ts";
import { formatOpen, parseOpen } from "../format/money.ts";
import { formatBps } from "../format/number.ts";

const PARTS: [number, string][] = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
];

/** A length of time in whole seconds, nothing cut off: 129,600 → "1 d 12 h". */
export function formatSeconds(seconds: bigint): string {
  if (seconds === 0n) return "0 s";
  let rest = seconds;
  const parts = PARTS.map(([size, name]) => {
    const count = rest / BigInt(size);
    rest -= count * BigInt(size);
    return count > 0n ? `${count} ${name}` : "";
  });
  return parts.filter(Boolean).join(" ");
}

/** An address kept as its number. */
export const toAddress = (value: bigint): Address => getAddress(pad(toHex(value), { size: 20 }));

/** A parameter's value for people, exact. */
export function formatQuantity(value: bigint, unit: Unit): string {
  switch (unit) {
    case "seconds":
      return formatSeconds(value);
    case "open":
      return `${formatOpen(value, "full")} OPEN`;
    case "bps":
      return value % 10n === 0n ? formatBps(Number(value)) : `${Number(value) / 100} %`;
    case "percent":
      return `${value} %`;
    case "address":
      return toAddress(value);
  }
}

/** How a value of the unit is typed; ends "such as …". */
export const examples: Record<Unit, string> = {
  seconds: "36 h, 2 d or 1 d 12 h",
  open: "1,500",
  bps: "7.5 (percent)",
  percent: "5 (percent)",
  address: "0x and 40 hex digits",
};

/** What a person typed, in the unit of the chain; null while it is no value of that unit. */
export function parseQuantity(text: string, unit: Unit): bigint | null {
  const typed = text.trim();
  switch (unit) {
    case "seconds":
      return parseSeconds(typed);
    case "open":
      return parseOpen(typed.replace(/\s*OPEN$/i, ""));
    case "bps": {
      const match = /^(\d{1,4})(?:\.(\d{1,2}))?\s*%?$/.exec(typed);
      return match ? BigInt(match[1]!) * 100n + BigInt((match[2] ?? "").padEnd(2, "0")) : null;
    }
    case "percent":
      return /^\d{1,3}\s*%?$/.test(typed) ? BigInt(typed.replace(/\s*%$/, "")) : null;
    case "address":
      return isAddress(typed, { strict: false }) ? BigInt(typed) : null;
  }
}

function parseSeconds(text: string): bigint | null {
  if (!/^(\d{1,9}\s*(d|h|min|s)\s*)+$/.test(text)) return null;
  let seconds = 0n;
  for (const [, count, name] of text.matchAll(/(\d+)\s*(d|h|min|s)/g)) {
    const [size] = PARTS.find(([, unit]) => unit === name)!;
    seconds += BigInt(count!) * BigInt(size);
  }
  return seconds;
}

import { shortHex } from "../../lib/format/address.ts";

/** A hash, a key or a CID: monospaced, short, whole in the title. */
export function Hash({ value, full = false }: { value: string; full?: boolean }) {
  return (
    <span
      className={full ? "break-all font-mono text-[0.86em]" : "whitespace-nowrap font-mono text-[0.86em]"}
      title={value}
    >
      {full ? value : shortHex(value)}
    </span>
  );
}

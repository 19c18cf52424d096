import type { Route } from "next";
import Link from "next/link";
import { shortHex } from "../../lib/format/address.ts";

/** An account: short, whole in the title, linked to its public profile unless `plain`. `you` marks the reader's own. */
export function Address({ address, you = false, plain = false }: { address: string; you?: boolean; plain?: boolean }) {
  const text = you ? "you" : shortHex(address);
  if (plain) {
    return (
      <span className="num whitespace-nowrap" title={address}>
        {text}
      </span>
    );
  }
  return (
    <Link
      href={`/contributors/${address.toLowerCase()}` as Route}
      prefetch={false}
      className="link num whitespace-nowrap"
      title={address}
    >
      {text}
    </Link>
  );
}

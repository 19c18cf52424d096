import type { Route } from "next";
import Link from "next/link";
import { classes } from "./classes.ts";

/** Tabs whose state is the URL: plain links, so they can be shared, opened beside and used without scripts. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: { href: Route; label: string; count?: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="mb-6 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-4 sm:gap-x-5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.current ? "page" : undefined}
              className={classes(
                "inline-block whitespace-nowrap border-b-2 py-2 text-[14px]",
                item.current ? "border-ink font-[550] text-ink" : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {item.label}
              {item.count && <span className="num ml-1.5 text-[12.5px] text-ink-3 max-sm:hidden">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";

type Cell = {
  numeric?: boolean /** Hidden below the desk width: the row must make sense without it. */;
  wide?: boolean;
};

/** A table that scrolls inside itself when narrow. `caption` names it for assistive technology. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
    <section aria-label={caption} tabIndex={0} className="-mx-1 overflow-x-auto px-1">
      <table className="w-full border-collapse text-[14px]">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function Th({ numeric, wide, className, ...rest }: ComponentProps<"th"> & Cell) {
  return (
    <th
      scope="col"
      className={classes(
        "border-line-strong border-b py-2 pl-3 font-medium text-[12.5px] text-ink-3 first:pl-0 md:pl-5 md:first:pl-0",
        numeric ? "text-right" : "text-left",
        wide && "hidden md:table-cell",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ numeric, wide, className, ...rest }: ComponentProps<"td"> & Cell) {
  return (
    <td
      className={classes(
        "border-line border-b py-[11px] pl-3 align-top first:pl-0 md:pl-5 md:first:pl-0 [tr:last-child>&]:border-b-0",
        numeric && "num whitespace-nowrap text-right",
        wide && "hidden md:table-cell",
        className,
      )}
      {...rest}
    />
  );
}

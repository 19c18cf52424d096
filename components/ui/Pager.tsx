import type { Route } from "next";
import { LinkButton } from "./Button.tsx";

/** Newer and older pages as links; `position` says where we are ("21 to 40 of 728"). */
export function Pager({
  previous,
  next,
  position,
}: {
  previous?: Route | null;
  next?: Route | null;
  position: string;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-3 text-[13px] text-ink-2">
      <span className="num">{position}</span>
      <span className="flex gap-2">
        {previous && (
          <LinkButton href={previous} size="small" rel="prev">
            Previous
          </LinkButton>
        )}
        {next && (
          <LinkButton href={next} size="small" rel="next">
            Next
          </LinkButton>
        )}
      </span>
    </nav>
  );
}

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "../ui/Card.tsx";

/** The first of a list, with the way to the whole of it. */
export function TopList({
  title,
  href,
  total,
  children,
}: {
  title: string;
  href: Route;
  total: number;
  children: ReactNode;
}) {
  return (
    <Card
      id={title.toLowerCase()}
      title={title}
      note="All time."
      action={
        total > 0 && (
          <Link className="link" href={href}>
            All {total}
          </Link>
        )
      }
    >
      {children}
    </Card>
  );
}

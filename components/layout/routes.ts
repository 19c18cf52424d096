import type { Route } from "next";

/** The navigation: only pages that exist. */
export const navigation: { title?: string; links: { href: Route; label: string }[] }[] = [
  {
    links: [
      { href: "/" as Route, label: "Overview" },
      { href: "/datanets" as Route, label: "Datanets" },
      { href: "/models" as Route, label: "Models" },
      { href: "/playground" as Route, label: "Playground" },
    ],
  },
  { title: "Earn", links: [{ href: "/rewards" as Route, label: "Rewards" }] },
  {
    title: "Audit",
    links: [
      { href: "/receipts" as Route, label: "Receipts" },
      { href: "/status" as Route, label: "Status" },
    ],
  },
  { title: "Yours", links: [{ href: "/account" as Route, label: "Account" }] },
];

/** Whether the page at `pathname` belongs under `href`. */
export const isUnder = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

import type { Route } from "next";

type NavLink = {
  href: Route;
  label: string;
  /** Carries more code than reading needs: loaded when it is asked for, not before. */
  heavy?: true;
};

/** The navigation: only pages that exist. */
export const navigation: { title?: string; links: NavLink[] }[] = [
  {
    links: [
      { href: "/" as Route, label: "Overview" },
      { href: "/datanets" as Route, label: "Datanets" },
      { href: "/models" as Route, label: "Models" },
      { href: "/playground" as Route, label: "Playground", heavy: true },
    ],
  },
  { title: "Earn", links: [{ href: "/rewards" as Route, label: "Rewards", heavy: true }] },
  {
    title: "Audit",
    links: [
      { href: "/receipts" as Route, label: "Receipts" },
      { href: "/accuracy" as Route, label: "Accuracy" },
      { href: "/status" as Route, label: "Status" },
    ],
  },
  { title: "Yours", links: [{ href: "/account" as Route, label: "Account", heavy: true }] },
];

/** Whether the page at `pathname` belongs under `href`. */
export const isUnder = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

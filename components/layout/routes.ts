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
      { href: "/providers" as Route, label: "Providers" },
      { href: "/playground" as Route, label: "Playground", heavy: true },
    ],
  },
  {
    title: "Earn",
    links: [
      { href: "/rewards" as Route, label: "Rewards", heavy: true },
      { href: "/stake" as Route, label: "Stake", heavy: true },
    ],
  },
  {
    title: "Govern",
    links: [
      { href: "/validators" as Route, label: "Validators" },
      { href: "/disputes" as Route, label: "Disputes" },
    ],
  },
  {
    title: "Audit",
    links: [
      { href: "/receipts" as Route, label: "Receipts" },
      { href: "/epochs" as Route, label: "Epochs" },
      { href: "/accuracy" as Route, label: "Accuracy" },
      { href: "/status" as Route, label: "Status" },
    ],
  },
  { title: "Yours", links: [{ href: "/account" as Route, label: "Account", heavy: true }] },
];

/** Whether the page at `pathname` belongs under `href`. */
export const isUnder = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

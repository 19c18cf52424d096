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
      { href: "/governance" as Route, label: "Proposals" },
      { href: "/governance/delegates" as Route, label: "Delegates", heavy: true },
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
      { href: "/governance/control" as Route, label: "Control map" },
      { href: "/status" as Route, label: "Status" },
    ],
  },
  { title: "Yours", links: [{ href: "/account" as Route, label: "Account", heavy: true }] },
];

/** Whether the page at `pathname` belongs under `href`. */
export const isUnder = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

/** The one link of the navigation that the page at `pathname` belongs under: the nearest; null where there is none. */
export function currentHref(pathname: string): string | null {
  const above = navigation
    .flatMap(({ links }) => links.map(({ href }) => href))
    .filter((href) => isUnder(pathname, href));
  return above.reduce<string | null>((nearest, href) => (href.length > (nearest?.length ?? 0) ? href : nearest), null);
}

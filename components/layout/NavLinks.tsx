import Link from "next/link";
import { classes } from "../ui/classes.ts";
import { currentHref, navigation } from "./routes.ts";

/** The main navigation's links. `pathname` is null while it is not known (static shell). */
export function NavLinks({ pathname, onNavigate }: { pathname: string | null; onNavigate?: () => void }) {
  const nearest = pathname === null ? null : currentHref(pathname);
  return navigation.map((group) => (
    <div key={group.title ?? "main"}>
      {group.title && <p className="px-2.5 pt-3.5 pb-1 font-medium text-[12px] text-ink-3">{group.title}</p>}
      <ul>
        {group.links.map((link) => {
          const current = link.href === nearest;
          return (
            <li key={link.href}>
              <Link
                href={link.href}
                prefetch={link.heavy ? false : undefined}
                onClick={onNavigate}
                aria-current={current ? "page" : undefined}
                className={classes(
                  "block rounded-[7px] px-2.5 py-1.5",
                  current ? "bg-sunken font-[550] text-ink" : "text-ink-2 hover:bg-sunken hover:text-ink",
                )}
              >
                {link.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  ));
}

import type { ReactNode } from "react";
import { HeadPill } from "./HeadPill.tsx";
import { MobileMenu } from "./MobileMenu.tsx";
import { ThemeToggle } from "./ThemeToggle.tsx";

/** `network` names the chain when it is not a real one; `wallet` is the connect button. */
export function TopBar({ network, wallet }: { network: ReactNode; wallet: ReactNode }) {
  return (
    <header className="flex items-center gap-1.5 border-line border-b px-3 py-2.5 md:gap-2.5 md:px-8">
      <MobileMenu />
      <span className="flex-1" />
      <HeadPill className="hidden lg:inline-block" />
      {network}
      <ThemeToggle />
      {wallet}
    </header>
  );
}

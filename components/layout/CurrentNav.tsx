"use client";

import { usePathname } from "next/navigation";
import { NavLinks } from "./NavLinks.tsx";

/** The navigation that knows where we are. */
export function CurrentNav({ onNavigate }: { onNavigate?: () => void }) {
  return <NavLinks pathname={usePathname()} onNavigate={onNavigate} />;
}

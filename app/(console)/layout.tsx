import type { ReactNode } from "react";
import { QueryProvider } from "@/components/layout/QueryProvider.tsx";

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}

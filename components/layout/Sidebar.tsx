import { Suspense } from "react";
import { Brand } from "./Brand.tsx";
import { CurrentNav } from "./CurrentNav.tsx";
import { NavLinks } from "./NavLinks.tsx";

export function Sidebar() {
  return (
    <div className="sticky top-0 hidden h-dvh overflow-y-auto border-line border-r px-3.5 py-5 md:block">
      <Brand />
      <nav aria-label="Main" className="mt-4">
        <Suspense fallback={<NavLinks pathname={null} />}>
          <CurrentNav />
        </Suspense>
      </nav>
    </div>
  );
}

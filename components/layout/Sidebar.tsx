import { Suspense } from "react";
import { Brand } from "./Brand.tsx";
import { CurrentNav } from "./CurrentNav.tsx";
import { NavLinks } from "./NavLinks.tsx";

export function Sidebar() {
  return (
    <div className="hidden border-line border-r md:block">
      <div className="sticky top-0 max-h-dvh overflow-y-auto px-3.5 py-5">
        <Brand />
        <nav aria-label="Main" className="mt-4">
          <Suspense fallback={<NavLinks pathname={null} />}>
            <CurrentNav />
          </Suspense>
        </nav>
      </div>
    </div>
  );
}

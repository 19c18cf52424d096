"use client";

import { Suspense, useRef } from "react";
import { Button } from "../ui/Button.tsx";
import { Brand } from "./Brand.tsx";
import { CurrentNav } from "./CurrentNav.tsx";

/** Navigation on a phone: a drawer on the native dialog, which traps focus and gives it back. */
export function MobileMenu() {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <div className="md:hidden">
      <button
        type="button"
        aria-label="Menu"
        aria-haspopup="dialog"
        onClick={() => drawer.current?.showModal()}
        className="grid size-9 place-items-center rounded-control border border-line-strong hover:bg-sunken"
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 20 20"
          className="size-[18px]"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        >
          <path d="M3 5.5h14M3 10h14M3 14.5h14" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is a convenience; Escape and the button close it too */}
      <dialog
        ref={drawer}
        aria-label="Menu"
        onClick={(event) => event.target === drawer.current && close()}
        className="m-0 h-dvh max-h-none w-[min(280px,85vw)] border-line border-r bg-paper p-0"
      >
        <div className="px-3.5 py-4">
          <div className="mb-2 flex items-center justify-between">
            <Brand />
            <Button variant="plain" size="small" onClick={close}>
              Close
            </Button>
          </div>
          <nav aria-label="Main">
            <Suspense>
              <CurrentNav onNavigate={close} />
            </Suspense>
          </nav>
        </div>
      </dialog>
    </div>
  );
}

"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./Button.tsx";

/** A modal dialog on the native element: traps focus, closes on Escape and gives focus back to where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-5 shadow-paper"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={id}>{title}</h2>
        <Button variant="plain" size="small" onClick={() => element.current?.close()}>
          Close
        </Button>
      </div>
      {open && children}
    </dialog>
  );
}

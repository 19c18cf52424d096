"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";

type Toast = { id: number; text: string };

const ToastContext = createContext<(text: string) => void>(() => {});

/** Shows a short line at the corner for six seconds, in place of the one before; for news that needs no answer. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const last = useRef(0);
  const show = useCallback((text: string) => {
    last.current += 1;
    const id = last.current;
    setToast({ id, text });
    setTimeout(() => setToast((shown) => (shown?.id === id ? null : shown)), 6_000);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed right-4 bottom-4 left-4 z-50 flex justify-end"
      >
        {toast && (
          <p
            key={toast.id}
            className="max-w-sm rounded-control border border-line bg-surface px-4 py-2.5 text-[14px] shadow-paper"
          >
            {toast.text}
          </p>
        )}
      </div>
    </ToastContext>
  );
}

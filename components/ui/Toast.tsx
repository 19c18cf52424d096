"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";

type Toast = { id: number; text: string };

const ToastContext = createContext<(text: string) => void>(() => {});

/** Shows a short line at the corner for six seconds; for news that needs no answer. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const last = useRef(0);
  const show = useCallback((text: string) => {
    last.current += 1;
    const id = last.current;
    setToasts((all) => [...all, { id, text }]);
    setTimeout(() => setToasts((all) => all.filter((toast) => toast.id !== id)), 6_000);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed right-4 bottom-4 z-50 flex flex-col gap-2"
      >
        {toasts.map((toast) => (
          <p
            key={toast.id}
            className="max-w-sm rounded-control border border-line bg-surface px-4 py-2.5 text-[14px] shadow-paper"
          >
            {toast.text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

/** Reads the page's data again every `seconds`, while somebody looks at it. */
export function Refresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) startTransition(() => router.refresh());
    }, seconds * 1_000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}

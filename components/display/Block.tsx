import { type ReactNode, Suspense } from "react";
import { BlockError } from "./BlockError.tsx";

/** A part of a page that reads data: its skeleton first, then itself, or a calm note when the read fails. */
export function Block({ what, skeleton, children }: { what: string; skeleton: ReactNode; children: ReactNode }) {
  return (
    <BlockError what={what}>
      <Suspense fallback={skeleton}>{children}</Suspense>
    </BlockError>
  );
}

"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { postJson } from "../../lib/tx/api.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";

export type Skip = { label: string; seconds: number };

/** On a local chain the clock can be moved, so that nobody waits for days. Shown on local chains only, by whoever places it. */
export function SkipTime({
  skips,
  onDone,
  children,
}: {
  skips: readonly Skip[];
  onDone: (skip: Skip) => void;
  children: ReactNode;
}) {
  const advance = useMutation({
    mutationFn: ({ seconds }: Skip) => postJson("/api/local/advance", { seconds }),
    onSuccess: (_, skip) => onDone(skip),
  });
  return (
    <Card id="time" title="Skip time" note="Local chain only.">
      <p className="mb-4 text-[14px] text-ink-2">{children}</p>
      {advance.error && (
        <div className="mb-3">
          <ErrorNote>{sentenceOf(advance.error)}</ErrorNote>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {skips.map((skip) => (
          <Button key={skip.label} busy={advance.isPending} onClick={() => advance.mutate(skip)}>
            {skip.label}
          </Button>
        ))}
      </div>
    </Card>
  );
}

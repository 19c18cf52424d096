"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../lib/errors/ApiError.ts";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { askApi } from "../../lib/tx/api.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToast } from "../ui/Toast.tsx";
import type { KeptKey } from "./keyring.ts";

async function revoke(key: string): Promise<void> {
  try {
    await askApi("/api/v1/keys/current", { method: "DELETE", headers: { authorization: `Bearer ${key}` } });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return; // revoked before, elsewhere
    throw error;
  }
}

/** Ends a key at once, here and on the server, after a second look: what runs on it stops. */
export function RevokeKey({ kept, onRevoked }: { kept: KeptKey; onRevoked: () => void }) {
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: () => revoke(kept.key),
    onSuccess: () => {
      toast(`“${kept.label}” is revoked.`);
      onRevoked();
    },
    onError: (error) => toast(sentenceOf(error)),
  });
  return (
    <>
      <Button size="small" variant="danger" aria-label={`Revoke ${kept.label}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={`Revoke “${kept.label}”?`}>
        <p className="mb-4 whitespace-normal text-left text-ink-2">
          Applications that use this key are refused from now on. It cannot be taken back; the budget you signed stays
          for your other keys.
        </p>
        <Button variant="danger" busy={act.isPending} onClick={() => act.mutate()}>
          Revoke it
        </Button>
      </Dialog>
    </>
  );
}

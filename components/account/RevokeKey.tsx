"use client";

import { useMutation } from "@tanstack/react-query";
import { ApiError } from "../../lib/errors/ApiError.ts";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { askApi } from "../../lib/tx/api.ts";
import { Button } from "../ui/Button.tsx";
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

/** Ends a key at once, here and on the server. */
export function RevokeKey({ kept, onRevoked }: { kept: KeptKey; onRevoked: () => void }) {
  const toast = useToast();
  const act = useMutation({
    mutationFn: () => revoke(kept.key),
    onSuccess: () => {
      toast(`“${kept.label}” is revoked.`);
      onRevoked();
    },
    onError: (error) => toast(sentenceOf(error)),
  });
  return (
    <Button
      size="small"
      variant="danger"
      busy={act.isPending}
      aria-label={`Revoke ${kept.label}`}
      onClick={() => act.mutate()}
    >
      Revoke
    </Button>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Hex, zeroHash } from "viem";
import { MOST_SLASHED } from "../../lib/chain/arbiter.ts";
import type { SignedVerdict } from "../../lib/chain/groupVerdicts.ts";
import type { SignVerdictFacts, SignVerdictRequest } from "../../lib/flows/signVerdict.ts";
import { Input, Select } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { useToast } from "../ui/Toast.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { parsePercent } from "./parsePercent.ts";
import { startingRoot } from "./startingRoot.ts";

const loadFlow = () => import("../../lib/flows/signVerdict.ts").then((module) => module.signVerdictFlow);

/** The verdict of a validator whose owner is connected; nothing but a line for everybody else. */
export function VerdictForm({
  about,
  validators,
  before,
}: {
  about: {
    caseId: bigint;
    subject: "epoch" | "asset" | "contribution";
    settlement: Hex /** Of the epoch, as posted; null for other cases. */;
    root: Hex | null;
  };
  /** That may vote on this case. */
  validators: { id: bigint; owner: string; name: string }[];
  /** The heaviest that others have signed: only the same adds up. */
  before: SignedVerdict | null;
}) {
  const router = useRouter();
  const toast = useToast();
  const { account, status } = useWallet();
  const own = validators.find(({ owner }) => owner.toLowerCase() === account?.toLowerCase());
  const slashable = about.subject !== "contribution";
  const [guilty, setGuilty] = useState(before?.guilty ?? true);
  const [slash, setSlash] = useState(before ? String(before.slashBps / 100) : "10");
  const [typedRoot, setRoot] = useState<string | null>(null);
  const root = typedRoot ?? startingRoot(guilty, before, about.root);
  const flow = useFlow<SignVerdictRequest, SignVerdictFacts>(`signVerdict-${about.caseId}`, loadFlow, () => {
    toast("Your verdict is signed and kept.");
    flow.discard();
    router.refresh();
  });
  if (status === "connected" && !own)
    return (
      <p className="mt-5 border-line border-t pt-4 text-[13px] text-ink-2">
        Owners of validators that had stake before the case came up, and are not part of it, sign here. The connected
        account owns none.
      </p>
    );
  const bps = guilty && slashable ? parsePercent(slash) : 0;
  const isRoot = about.subject !== "epoch" || /^0x[0-9a-fA-F]{64}$/.test(root);
  const reason =
    bps === null || bps > MOST_SLASHED
      ? "Give a slash from 0 to 50 %."
      : isRoot
        ? null
        : "Give the root as you redid it: 0x and 64 hex digits.";

  function act() {
    if (!own || bps === null) return;
    const recomputedRoot = about.subject === "epoch" ? (root.toLowerCase() as Hex) : zeroHash;
    const { caseId, settlement } = about;
    void flow.start({ caseId, settlement, validator: own.id, guilty, recomputedRoot, slashBps: bps });
  }

  return (
    <div className="mt-5 border-line border-t pt-4">
      <FlowPanel flow={flow} again="Change it">
        <form className="flex max-w-md flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          {own && (
            <>
              <Field label={`Verdict of ${own.name}`}>
                {(control) => (
                  <Select
                    {...control}
                    value={guilty ? "upheld" : "refused"}
                    onChange={(event) => {
                      setGuilty(event.target.value === "upheld");
                      setRoot(null); // what was typed was for the other verdict
                    }}
                  >
                    <option value="upheld">claim upheld: what is claimed is so</option>
                    <option value="refused">claim refused: it is not</option>
                  </Select>
                )}
              </Field>
              {guilty && slashable && (
                <Field
                  label="Slash, % of the pool"
                  hint="At most 50 %. 0 where it was no more than within the tolerance."
                >
                  {(control) => (
                    <Input
                      {...control}
                      inputMode="decimal"
                      className="num text-right"
                      value={slash}
                      onChange={(event) => setSlash(event.target.value)}
                    />
                  )}
                </Field>
              )}
              {about.subject === "epoch" && (
                <Field
                  label="Root as you redid it"
                  hint={
                    guilty
                      ? "From npm run verify; zeros where the files are unavailable."
                      : "As it was posted, since that is what you found."
                  }
                >
                  {(control) => (
                    <Input
                      {...control}
                      className="font-mono text-[13px]"
                      value={root}
                      onChange={(event) => setRoot(event.target.value)}
                    />
                  )}
                </Field>
              )}
            </>
          )}
          <Gate purpose="sign a verdict" reason={reason} busy={flow.running || flow.recalling} onAct={act}>
            Sign the verdict
          </Gate>
        </form>
      </FlowPanel>
    </div>
  );
}

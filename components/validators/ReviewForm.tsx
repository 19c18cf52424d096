"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { QueuedReview } from "@/lib/db/queries/reviewQueue.ts";
import type { SignReviewFacts, SignReviewRequest } from "../../lib/flows/signReview.ts";
import { Input, Select } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { useToast } from "../ui/Toast.tsx";

const loadFlow = () => import("../../lib/flows/signReview.ts").then((module) => module.signReviewFlow);

/** Longest reason, in characters. */
const REASON_MAX = 500;

/** The owner's review: accept or reject, with one public sentence. The score is the measured novelty, 0 when refused. */
export function ReviewForm({ item, validator, again }: { item: QueuedReview; validator: bigint; again: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [accept, setAccept] = useState(item.problem === null);
  const [reason, setReason] = useState(item.problem ?? "");
  const flow = useFlow<SignReviewRequest, SignReviewFacts>(`signReview-${item.contribution}`, loadFlow, () => {
    toast("Your review is signed and kept.");
    flow.discard();
    router.refresh();
  });
  const why =
    reason.trim() === ""
      ? "Say why in one sentence: it becomes public."
      : reason.trim().length > REASON_MAX
        ? `Say it in at most ${REASON_MAX} characters.`
        : accept && item.noveltyBps === null
          ? "Its novelty has not been measured yet: wait for intake."
          : null;
  const score = accept ? (item.noveltyBps ?? 0) : 0;
  return (
    <div className="mt-4">
      <FlowPanel flow={flow} again="Change it">
        <form
          className="grid max-w-2xl gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]"
          onSubmit={(event) => event.preventDefault()}
        >
          <Field label="Your review">
            {(control) => (
              <Select
                {...control}
                value={accept ? "accept" : "reject"}
                onChange={(event) => setAccept(event.target.value === "accept")}
              >
                <option value="accept">accept</option>
                <option value="reject">reject</option>
              </Select>
            )}
          </Field>
          <Field label="Reason">
            {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <div className="sm:col-span-2">
            <Gate
              purpose="review"
              reason={why}
              busy={flow.running || flow.recalling}
              onAct={() =>
                void flow.start({ contribution: item.contribution, validator, accept, score, reason: reason.trim() })
              }
            >
              {again ? "Sign another review in its place" : "Sign the review"}
            </Gate>
          </div>
        </form>
      </FlowPanel>
    </div>
  );
}

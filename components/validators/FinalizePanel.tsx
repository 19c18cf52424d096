"use client";

import { useRouter } from "next/navigation";
import type { ReviewVote } from "@/lib/db/gateway/reviewVotes.ts";
import type { FinalizeFacts, FinalizeRequest } from "../../lib/flows/finalize.ts";
import { formatPlural } from "../../lib/format/number.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";

const loadFlow = () => import("../../lib/flows/finalize.ts").then((module) => module.finalizeFlow);

/** Enough reviews are signed: anybody may take them to the chain, which decides by stake. */
export function FinalizePanel({ contribution, votes }: { contribution: bigint; votes: ReviewVote[] }) {
  const router = useRouter();
  const flow = useFlow<FinalizeRequest, FinalizeFacts>(`finalize-${contribution}`, loadFlow, () => router.refresh());
  const reviews = votes.map(({ validator, accept, score, reasonHash, signature }) => ({
    ...{ validator, accept, score, reasonHash, signature },
  }));
  return (
    <div className="mt-4">
      <FlowPanel flow={flow} again="Not now">
        <Gate
          purpose="decide it"
          reason={null}
          busy={flow.running || flow.recalling}
          onAct={() => void flow.start({ contribution, reviews })}
        >
          Decide by {formatPlural(reviews.length, "signed review")}
        </Gate>
      </FlowPanel>
    </div>
  );
}

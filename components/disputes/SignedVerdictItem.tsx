"use client";

import { useRouter } from "next/navigation";
import type { SignedVerdict } from "../../lib/chain/groupVerdicts.ts";
import type { RuleCaseFacts, RuleCaseRequest } from "../../lib/flows/ruleCase.ts";
import { formatBps } from "../../lib/format/number.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Hash } from "../ui/Hash.tsx";
import { VerdictTag } from "./VerdictTag.tsx";
import { type Voter, VoterTable } from "./VoterTable.tsx";
import { WeightBar } from "./WeightBar.tsx";

const loadFlow = () => import("../../lib/flows/ruleCase.ts").then((module) => module.ruleCaseFlow);

/** One verdict with those who signed it. With two thirds behind it, anybody may carry it out. */
export function SignedVerdictItem({
  caseId,
  subject,
  verdict,
  reason,
  total,
  voters,
}: {
  caseId: bigint;
  subject: "epoch" | "asset" | "contribution";
  verdict: SignedVerdict;
  /** Why it cannot be carried out though two thirds have signed it; null when it can. */
  reason: string | null;
  total: bigint;
  voters: Voter[];
}) {
  const router = useRouter();
  const flow = useFlow<RuleCaseRequest, RuleCaseFacts>(`ruleCase-${caseId}`, loadFlow, () => router.refresh());
  const { guilty, recomputedRoot, slashBps, votes, weight, decisive } = verdict;
  return (
    <li className="py-5 first:pt-0">
      <p className="mb-3 text-[14px]">
        <VerdictTag guilty={guilty} />{" "}
        {guilty && (slashBps === 0 ? "without a slash" : `with a slash of ${formatBps(slashBps)}`)}
        {guilty && subject === "epoch" && (
          <>
            , root as redone <Hash value={recomputedRoot} />
          </>
        )}
      </p>
      <WeightBar weight={weight} total={total} />
      <VoterTable voters={voters} total={total} />
      {(decisive || flow.record) && (
        <div className="mt-4">
          <FlowPanel flow={flow} again="Not now">
            <Gate
              purpose="carry it out"
              reason={reason}
              busy={flow.running || flow.recalling}
              onAct={() => void flow.start({ caseId, guilty, recomputedRoot, slashBps, votes })}
            >
              Carry out the verdict
            </Gate>
          </FlowPanel>
        </div>
      )}
    </li>
  );
}

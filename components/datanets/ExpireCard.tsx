"use client";

import { useRouter } from "next/navigation";
import type { ExpireFacts, ExpireRequest } from "../../lib/flows/expire.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";

const loadFlow = () => import("../../lib/flows/expire.ts").then((module) => module.expireFlow);

/** A contribution whose time ran out without a decision: anyone may close it, and its bond goes back. */
export function ExpireCard({ contribution, why }: { contribution: bigint; why: string }) {
  const router = useRouter();
  const flow = useFlow<ExpireRequest, ExpireFacts>(`expire-${contribution}`, loadFlow, () => router.refresh());
  return (
    <Card id="expire" title="Its time has run out" className="mb-6">
      <p className="mb-4 max-w-prose text-[14px] text-ink-2">
        {why} Anybody may close it now: it leaves the ledger’s queue and its whole bond goes back to its contributor.
      </p>
      <FlowPanel flow={flow} again="Not now">
        <Gate
          purpose="close it"
          reason={null}
          busy={flow.running || flow.recalling}
          onAct={() => void flow.start({ contribution })}
        >
          Close it and return the bond
        </Gate>
      </FlowPanel>
    </Card>
  );
}

"use client";

import type { CountVotesFacts, CountVotesRequest } from "../../lib/flows/countVotes.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { useToast } from "../ui/Toast.tsx";

const loadFlow = () => import("../../lib/flows/countVotes.ts").then((module) => module.countVotesFlow);

/** After a slash: the votes that went with the stake stay as they were until somebody asks for them to be counted. */
export function CountVotes({ target, asset, name, who }: CountVotesRequest & { asset: bigint }) {
  const toast = useToast();
  const flow = useFlow<CountVotesRequest, CountVotesFacts>(`countVotes-${asset}`, loadFlow, () => {
    toast("Your votes are those of the stake that is left.");
    flow.discard();
  });
  return (
    <div className="mt-4">
      <FlowPanel flow={flow} again="Not now">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[13px] text-ink-2">
          This pool was slashed. If your stake votes, it votes as before until its votes are counted anew.
          <Button
            size="small"
            busy={flow.running || flow.recalling}
            onClick={() => void flow.start({ target, name, who })}
          >
            Count my votes
          </Button>
        </p>
      </FlowPanel>
    </div>
  );
}

import type { CountedVote } from "../../lib/flows/voteOf.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { Hash } from "../ui/Hash.tsx";
import { Note } from "../ui/Note.tsx";

const words = { 0: "You voted against", 1: "You voted for", 2: "You abstained" } as const;

/** What the connected account voted; null where only that it did is known yet. */
export function OwnVote({ vote }: { vote: CountedVote | null }) {
  return (
    <div role="status">
      <Note
        tone="good"
        title={vote ? `${words[vote.support]}, with ${formatOpen(vote.weight, "whole")} votes` : "You voted"}
      >
        {vote?.tx && (
          <>
            Transaction <Hash value={vote.tx} />.{" "}
          </>
        )}
        A vote cannot be changed.
      </Note>
    </div>
  );
}

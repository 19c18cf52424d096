import { readDeployment } from "@/lib/chain/clients.ts";
import { countedReviews } from "@/lib/chain/countedReviews.ts";
import { wouldDecide } from "@/lib/chain/wouldDecide.ts";
import { sql } from "@/lib/db/client.ts";
import { type ReviewVote, reviewVotesOf } from "@/lib/db/gateway/reviewVotes.ts";
import { type QueuedReview, reviewQueue } from "@/lib/db/queries/reviewQueue.ts";
import type { Validator } from "@/lib/db/queries/validators.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { QueueItem } from "./QueueItem.tsx";

/** Why a validator may not review a contribution; null when it may. Its stake before the reveal is asked of the chain when it signs. */
function conflictOf({ owner }: Validator, { contributor, datanetOwner }: QueuedReview): string | null {
  if (owner === contributor) return "This validator’s owner contributed it, and may not review it.";
  return owner === datanetOwner ? "This validator’s owner owns the datanet, and may not review for it." : null;
}

/** Those that decide it now; none where they do not, or while the chain does not answer: the queue can be read all the same. */
async function decisiveOf({ contribution, signed, minReviews }: QueuedReview, votes: ReviewVote[]) {
  if (signed < minReviews) return [];
  const deployment = readDeployment();
  try {
    const counted = await countedReviews(deployment, votes);
    return (await wouldDecide(deployment, contribution, counted)) ? counted : [];
  } catch {
    return [];
  }
}

/** What waits for review, with the text; the validator's owner signs here. */
export async function ReviewQueue({ validator }: { validator: Validator }) {
  const queue = await reviewQueue(sql());
  const votes = await Promise.all(queue.map(({ contribution }) => reviewVotesOf(sql(), contribution)));
  const decisive = await Promise.all(queue.map((item, i) => decisiveOf(item, votes[i]!)));
  return (
    <Card
      id="queue"
      title="In review"
      note="The oldest first: whoever was revealed later waits for it. The owner’s wallet signs; nothing is sent to the chain until there are as many reviews as the datanet asks for, with most of all validators’ stake on one side."
    >
      {queue.length === 0 ? (
        <EmptyState title="Nothing waits for review">
          A contribution stands here from its reveal until it is decided; most are decided within seconds by workers
          that hold validators’ keys.
        </EmptyState>
      ) : (
        <ul className="-my-5 divide-y divide-line">
          {queue.map((item, i) => (
            <QueueItem
              key={item.contribution}
              item={item}
              validator={{ id: validator.id, owner: validator.owner }}
              conflict={conflictOf(validator, item)}
              votes={votes[i]!}
              decisive={decisive[i]!}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

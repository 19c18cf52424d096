"use client";

import Link from "next/link";
import type { ReviewVote } from "@/lib/db/gateway/reviewVotes.ts";
import type { QueuedReview } from "@/lib/db/queries/reviewQueue.ts";
import { formatDateTime } from "../../lib/format/date.ts";
import { formatBps, formatCount } from "../../lib/format/number.ts";
import { contributionHref, datanetHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { Address } from "../ui/Address.tsx";
import { Note } from "../ui/Note.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { FinalizePanel } from "./FinalizePanel.tsx";
import { ReviewForm } from "./ReviewForm.tsx";
import { TextPreview } from "./TextPreview.tsx";

/** One contribution in review: what it is, its text, what was signed so far, and the owner's own review. */
export function QueueItem({
  item,
  validator,
  conflict,
  votes,
  decisive,
}: {
  item: QueuedReview;
  validator: { id: bigint; owner: string };
  conflict: string | null;
  /** All that was signed, of each validator the newest first. */
  votes: ReviewVote[];
  /** What decides it now, one of each validator; none while there is too little. */
  decisive: ReviewVote[];
}) {
  const { account } = useWallet();
  const isOwner = account?.toLowerCase() === validator.owner.toLowerCase();
  const own = votes.find((vote) => vote.validator === validator.id);
  return (
    <li className="py-5">
      <h3 className="mb-1">
        <Link className="link" href={contributionHref(item.datanet, item.contribution)} prefetch={false}>
          {item.title ?? `Contribution ${item.contribution}`}
        </Link>
      </h3>
      <p className="mb-3 text-[13px] text-ink-2">
        for{" "}
        <Link className="link" href={datanetHref(item.datanet)} prefetch={false}>
          {item.datanetName ?? `datanet ${item.datanet}`}
        </Link>{" "}
        by <Address address={item.contributor} /> · {formatCount(item.words)} words ·{" "}
        {item.noveltyBps === null ? "not measured yet" : formatBps(item.noveltyBps)}{" "}
        <Defined by="novelty">novelty</Defined> · revealed {formatDateTime(item.revealedAt)} · {item.signed} of{" "}
        {item.minReviews} reviews signed
      </p>
      {item.problem && (
        <div className="mb-3">
          <Note tone="warn" title="What intake found">
            {item.problem}
          </Note>
        </div>
      )}
      <TextPreview cid={item.cid} />
      {own && (
        <p className="mt-3 text-[14px]">
          This validator has signed to {own.accept ? "accept" : "reject"} it, score {formatBps(own.score)}: “
          {own.reason}”
        </p>
      )}
      {isOwner && conflict && <p className="mt-3 text-[14px] text-ink-2">{conflict}</p>}
      {isOwner && !conflict && <ReviewForm item={item} validator={validator.id} again={own !== undefined} />}
      {decisive.length > 0 && <FinalizePanel contribution={item.contribution} votes={decisive} />}
    </li>
  );
}

import { sql } from "@/lib/db/client.ts";
import { contributionById } from "@/lib/db/queries/contributions.ts";
import { lineageOf } from "@/lib/db/queries/models.ts";
import { reviewsOfContribution } from "@/lib/db/queries/reviews.ts";
import { modelsOfDatanet } from "@/lib/db/queries/usage.ts";
import { decodeText } from "@/lib/storage/decodeText.ts";
import { get } from "@/lib/storage/store.ts";
import { contributeHref, contributionHref, playgroundHref } from "../../lib/site/hrefs.ts";
import { ReviewTable } from "../datanets/ReviewTable.tsx";
import { StatusTag, shownStatus, statusMeaning } from "../datanets/status.tsx";
import { Refresh } from "../display/Refresh.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Note } from "../ui/Note.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { questionAbout } from "./questionAbout.ts";

/** Where a contribution that was just sent stands, read again until it is decided. */
export async function ContributionProgress({ datanet, id }: { datanet: bigint; id: bigint }) {
  const contribution = await contributionById(sql(), id);
  if (!contribution) {
    return (
      <Card title={`Contribution ${id}`}>
        <Refresh seconds={1} />
        <p role="status" className="flex items-center gap-2 text-[14px] text-ink-2">
          <Spinner /> On the chain; waiting until it is indexed.
        </p>
      </Card>
    );
  }
  const { problem, inVersion, title, cid } = contribution;
  const status = shownStatus(contribution);
  const decided = status !== "committed" && status !== "revealed";
  const reviews = decided ? await reviewsOfContribution(sql(), id) : [];
  const model = inVersion === null ? null : await modelHolding(datanet, inVersion);
  const question = model === null || cid === null ? undefined : questionAbout(title, decodeText(await get(cid)));
  return (
    <Card id="progress" title={title ?? `Contribution ${id}`} action={<StatusTag status={status} />}>
      {!decided && <Refresh seconds={2} />}
      {status === "accepted" && model === null && <Refresh seconds={10} />}
      <p role="status" className="text-[14px] text-ink-2">
        {statusMeaning(status)}
        {status === "accepted" &&
          (inVersion === null
            ? " From the datanet’s next version on, models learn from it and answers that use it pay you."
            : ` It is in version ${inVersion} of the datanet: models published since learn from it, and answers that use it pay you.`)}
      </p>
      {problem && (
        <div className="mt-3">
          <Note
            tone={status === "rejected" ? "bad" : "warn"}
            title={status === "rejected" ? "Why it was rejected" : "What intake found"}
          >
            {problem}
          </Note>
        </div>
      )}
      {reviews.length > 0 && (
        <div className="mt-4">
          <ReviewTable reviews={reviews} />
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {model !== null && (
          <LinkButton href={playgroundHref(model, question)} variant="primary">
            Ask about it
          </LinkButton>
        )}
        <LinkButton href={contributionHref(datanet, id)} variant={decided && model === null ? "primary" : "ghost"}>
          See the contribution
        </LinkButton>
        <LinkButton href={contributeHref(datanet)}>Contribute another</LinkButton>
      </div>
    </Card>
  );
}

/** A model whose newest version was made from this version of the datanet, or a later one; null while there is none. */
async function modelHolding(datanet: bigint, version: number): Promise<bigint | null> {
  for (const made of await modelsOfDatanet(sql(), datanet)) {
    const parents = await lineageOf(sql(), made.model, made.version);
    if (parents.some((parent) => parent.datanet === datanet && parent.version >= version)) return made.model;
  }
  return null;
}

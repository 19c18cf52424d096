import { formatPlural } from "../../lib/format/number.ts";

/** The life of a contribution in this datanet, in order. */
export function WhatHappens({ direct, minReviews }: { direct: boolean; minReviews: number | null }) {
  const reviews = minReviews === null ? "Validators" : `At least ${formatPlural(minReviews, "validator")}`;
  return (
    <section aria-labelledby="next" className="mt-8 text-[14px]">
      <h2 id="next" className="mb-2 text-[18px]">
        What happens next
      </h2>
      <ol className="list-decimal space-y-1.5 pl-5 text-ink-2 marker:text-ink-3">
        <li>
          {direct
            ? "You contribute in one transaction. This datanet gives up protection against somebody copying it while it waits for its block."
            : "You commit in one transaction, which takes your place in the ledger without showing the text, and reveal in a second one."}
        </li>
        <li>
          {reviews} other than you and the datanet’s owner review it. Reviews here are automatic checks by the
          validators’ workers: hashes, size, novelty; not fit or rights.
        </li>
        <li>
          Accepted: your bond comes back, and answers that use your text pay you. Rejected: the bond is lost. Nobody
          decides within three days: it comes back.
        </li>
      </ol>
      <p className="mt-3 text-ink-2">The text becomes public and stays public.</p>
    </section>
  );
}

import Link from "next/link";
import { sql } from "@/lib/db/client.ts";
import type { ContributionStatus } from "@/lib/db/queries/contributions.ts";
import { reviewsOfValidator, type Validator } from "@/lib/db/queries/validators.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { contributionHref, validatorHref } from "../../lib/site/hrefs.ts";
import { pageOf, pageParam, type RawParams } from "../../lib/site/searchParams.ts";
import { StatusTag } from "../datanets/status.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

const SIZE = 20;

/** Every review that went into a decision, beside what was decided. */
export async function ValidatorReviews({ validator, raw }: { validator: Validator; raw: RawParams }) {
  const page = pageParam.parse(raw.page);
  const rows = await reviewsOfValidator(sql(), validator.id, { limit: SIZE, offset: (page - 1) * SIZE });
  if (validator.reviews === 0) {
    return (
      <EmptyState title="No reviews yet">
        A review is on record once it went into a decision. What is signed and waits stands in the queue.
      </EmptyState>
    );
  }
  const place = pageOf(page, SIZE, validator.reviews);
  const href = (to: number | null) =>
    to === null ? null : validatorHref(validator.id, { tab: "reviews", page: to === 1 ? undefined : to });
  return (
    <>
      <Table caption="Reviews of this validator">
        <thead>
          <tr>
            <Th>Contribution</Th>
            <Th>Said</Th>
            <Th>Decided</Th>
            <Th numeric wide>
              Score
            </Th>
            <Th wide>Reason</Th>
            <Th wide>When</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((review) => (
            <tr key={review.contribution}>
              <Td>
                <Link
                  className="link line-clamp-2"
                  href={contributionHref(review.datanet, review.contribution)}
                  prefetch={false}
                >
                  {review.title ?? `Contribution ${review.contribution}`}
                </Link>
              </Td>
              <Td>
                <Tag tone={review.accept ? "good" : "bad"}>{review.accept ? "accept" : "reject"}</Tag>
              </Td>
              <Td>
                <StatusTag status={review.status as ContributionStatus} />
              </Td>
              <Td numeric wide>
                {formatBps(review.score)}
              </Td>
              <Td wide className="max-w-72">
                {review.reason ?? <span className="text-ink-3">not on record</span>}
              </Td>
              <Td wide className="whitespace-nowrap">
                {formatDateTime(review.at)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </>
  );
}

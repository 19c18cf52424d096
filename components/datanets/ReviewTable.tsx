import Link from "next/link";
import type { Review } from "@/lib/db/queries/reviews.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { contributionHref } from "../display/hrefs.ts";
import { nameOf } from "../display/names.ts";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

/** Reviews, one a row. `datanet` adds the contribution each is about. */
export function ReviewTable({ reviews, datanet }: { reviews: Review[]; datanet?: bigint }) {
  return (
    <Table caption="Reviews">
      <thead>
        <tr>
          {datanet !== undefined && <Th>Contribution</Th>}
          <Th>Validator</Th>
          <Th>Says</Th>
          <Th numeric wide>
            Score
          </Th>
          <Th wide>Reason</Th>
          <Th wide>When</Th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((review) => (
          <tr key={`${review.contribution}-${review.validator}`}>
            {datanet !== undefined && (
              <Td>
                <Link
                  className="link line-clamp-2"
                  href={contributionHref(datanet, review.contribution)}
                  prefetch={false}
                >
                  {review.contributionTitle ?? `Contribution ${review.contribution}`}
                </Link>
              </Td>
            )}
            <Td>{nameOf("validator", review.validator, review.validatorName)}</Td>
            <Td>
              <Tag tone={review.accept ? "good" : "bad"}>{review.accept ? "accept" : "reject"}</Tag>
            </Td>
            <Td numeric wide>
              {formatBps(review.score)}
            </Td>
            <Td wide>
              {review.reason ?? (
                <span className="text-ink-2">
                  text not on record, hash <Hash value={review.reasonHash} />
                </span>
              )}
            </Td>
            <Td wide>{formatDateTime(review.at)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

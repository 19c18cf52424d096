import Link from "next/link";
import type { Review } from "@/lib/db/queries/reviews.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { validatorHref } from "../../lib/site/hrefs.ts";
import { nameOf } from "../display/names.ts";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

/** Reviews of one contribution, one a row. */
export function ReviewTable({ reviews }: { reviews: Review[] }) {
  return (
    <Table caption="Reviews">
      <thead>
        <tr>
          <Th>Validator</Th>
          <Th>Says</Th>
          <Th numeric wide>
            Score
          </Th>
          <Th>Reason</Th>
          <Th wide>When</Th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((review) => (
          <tr key={review.validator}>
            <Td>
              <Link className="link" href={validatorHref(review.validator)} prefetch={false}>
                {nameOf("validator", review.validator, review.validatorName)}
              </Link>
            </Td>
            <Td>
              <Tag tone={review.accept ? "good" : "bad"}>{review.accept ? "accept" : "reject"}</Tag>
            </Td>
            <Td numeric wide>
              {formatBps(review.score)}
            </Td>
            <Td>
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

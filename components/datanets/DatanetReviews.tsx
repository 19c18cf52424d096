import Link from "next/link";
import { z } from "zod";
import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import type { Datanet } from "@/lib/db/queries/datanets.ts";
import { decisionsOfDatanet, reviewersOfDatanet } from "@/lib/db/queries/reviews.ts";
import { formatCount, formatShare } from "@/lib/format/number.ts";
import { datanetHref, validatorHref } from "../../lib/site/hrefs.ts";
import { pageOf, pageParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf } from "../display/names.ts";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { DecisionTable } from "./DecisionTable.tsx";

const SIZE = 20;
const schema = z.object({ page: pageParam });

export async function DatanetReviews({ datanet, raw }: { datanet: Datanet; raw: RawParams }) {
  const { page } = schema.parse(raw);
  const [{ rows, total }, reviewers] = await Promise.all([
    decisionsOfDatanet(sql(), datanet.id, { limit: SIZE, offset: (page - 1) * SIZE }),
    reviewersOfDatanet(sql(), datanet.id),
  ]);
  if (total === 0) {
    return (
      <EmptyState title="No reviews yet">
        {datanet.id === COMMONS
          ? "The commons is added by governance and is not reviewed."
          : "Staked validators, never the owner or the contributor, review what is revealed. Their first reviews appear here."}
      </EmptyState>
    );
  }
  const href = (target: number | null) =>
    target === null ? null : datanetHref(datanet.id, { tab: "reviews", page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, total);
  return (
    <div className="grid grid-cols-1 gap-6">
      <Card id="reviewers" title="Validators">
        <Table caption="Validators who reviewed for this datanet">
          <thead>
            <tr>
              <Th>Validator</Th>
              <Th numeric>Reviews</Th>
              <Th numeric wide>
                Said accept
              </Th>
              <Th numeric>
                <Defined by="agreement">Agreement</Defined>
              </Th>
              <Th numeric wide>
                Stake, OPEN
              </Th>
            </tr>
          </thead>
          <tbody>
            {reviewers.map((row) => (
              <tr key={row.validator}>
                <Td>
                  <Link className="link" href={validatorHref(row.validator)} prefetch={false}>
                    {nameOf("validator", row.validator, row.validatorName)}
                  </Link>
                </Td>
                <Td numeric>{formatCount(row.reviews)}</Td>
                <Td numeric wide>
                  {formatShare(BigInt(row.accepted), BigInt(row.reviews))}
                </Td>
                <Td numeric>{formatShare(BigInt(row.agreed), BigInt(row.reviews))}</Td>
                <Td numeric wide>
                  <Amount wei={row.stake} preset="whole" />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card id="decisions" title="Decisions">
        <DecisionTable rows={rows} datanet={datanet.id} />
        <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
      </Card>
    </div>
  );
}

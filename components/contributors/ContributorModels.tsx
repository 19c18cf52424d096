import Link from "next/link";
import { sql } from "@/lib/db/client.ts";
import { contributorModels } from "@/lib/db/queries/contributors.ts";
import { formatCount, formatShare } from "@/lib/format/number.ts";
import { modelHref } from "../../lib/site/hrefs.ts";
import { Fee } from "../display/Fee.tsx";
import { nameOf } from "../display/names.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

export async function ContributorModels({ address, earned }: { address: string; earned: bigint }) {
  const models = await contributorModels(sql(), address);
  return (
    <Card id="models" title="Models that used it">
      {models.length === 0 ? (
        <EmptyState title="None yet">
          A model is listed when one of its answers repeats a contribution of this address.
        </EmptyState>
      ) : (
        <Table caption="Models that used this address’s contributions">
          <thead>
            <tr>
              <Th>Model</Th>
              <Th numeric>Answers</Th>
              <Th numeric>Earned, OPEN</Th>
              <Th numeric wide>
                Part
              </Th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr key={model.model}>
                <Td>
                  <Link className="link" href={modelHref(model.model)}>
                    {nameOf("model", model.model, model.name)}
                  </Link>
                </Td>
                <Td numeric>{formatCount(model.answers)}</Td>
                <Td numeric>
                  <Fee wei={model.earned} preset="precise" />
                </Td>
                <Td numeric wide>
                  {formatShare(model.earned, earned)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

import { sql } from "@/lib/db/client.ts";
import { modelVersions } from "@/lib/db/queries/models.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { Card } from "../ui/Card.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

export async function ModelVersions({ model }: { model: bigint }) {
  const versions = await modelVersions(sql(), model);
  return (
    <Card id="versions" title="Versions" note="A version never changes: receipts name the one that answered.">
      <Table caption="Versions of this model">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Published</Th>
            <Th wide>Content hash</Th>
            <Th wide>Transaction</Th>
            <Th numeric>Answers</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.version}>
              <Td>{version.version}</Td>
              <Td>{formatDateTime(version.publishedAt)}</Td>
              <Td wide>
                <Hash value={version.contentHash} />
              </Td>
              <Td wide>
                <Hash value={version.tx} />
              </Td>
              <Td numeric>{formatCount(version.answers)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

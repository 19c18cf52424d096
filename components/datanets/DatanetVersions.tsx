import type { Hex } from "viem";
import { sql } from "@/lib/db/client.ts";
import { type DatanetVersion, datanetVersions } from "@/lib/db/queries/datanets.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { ledgerRootInTurns } from "@/lib/threads/ledgerRootInTurns.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

/** Published versions; each root is computed again from the contributions the chain accepted before it, less what was taken down by then. */
export async function DatanetVersions({ datanet }: { datanet: bigint }) {
  const versions = await datanetVersions(sql(), datanet);
  return (
    <Card
      id="versions"
      title="Versions"
      note="A version fixes which contributions a model may learn from. Its root is computed again here from those accepted before it and not taken down by then."
    >
      {versions.length === 0 ? (
        <EmptyState title="No version yet">The indexer has not read its registration.</EmptyState>
      ) : (
        <Table caption="Versions of this datanet">
          <thead>
            <tr>
              <Th>Version</Th>
              <Th numeric>Contributions</Th>
              <Th wide>Root</Th>
              <Th>Recomputation</Th>
              <Th wide>Published</Th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.version}>
                <Td>{version.version}</Td>
                <Td numeric>{formatCount(version.entries.length)}</Td>
                <Td wide>
                  <Hash value={version.contentHash} />
                </Td>
                <Td>
                  <RootCheck version={version} />
                </Td>
                <Td wide className="whitespace-nowrap">
                  {formatDateTime(version.publishedAt)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

async function RootCheck({ version }: { version: DatanetVersion }) {
  const root = await ledgerRootInTurns(
    version.entries.map((entry) => ({ id: BigInt(entry.id), root: entry.root as Hex, kind: "paid" })),
  );
  if (root === version.contentHash) return <Tag tone="good">root matches</Tag>;
  if (version.version === 1 && version.entries.length === 0)
    return <Tag title={`Published before any contribution, as ${version.contentHash}`}>empty</Tag>;
  return (
    <span>
      <Tag tone="bad">root differs</Tag>
      <span className="block text-[12.5px] text-ink-2">
        recomputed <Hash value={root} />
      </span>
    </span>
  );
}

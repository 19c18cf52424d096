import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { ProviderTable } from "@/components/providers/ProviderTable.tsx";
import { StatusFigures } from "@/components/status/StatusFigures.tsx";
import { WorkerStatus } from "@/components/status/WorkerStatus.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { StatsSkeleton, TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Status" };

export default function StatusPage() {
  return (
    <>
      <PageHeader title="Status">What runs, what waits, and what that means for what you read here.</PageHeader>
      <Block what="The heads of chain and indexer" skeleton={<StatsSkeleton />}>
        <StatusFigures />
      </Block>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Block what="The worker’s queue" skeleton={<TableSkeleton rows={5} />}>
          <WorkerStatus />
        </Block>
        <Block what="The providers" skeleton={<TableSkeleton rows={3} />}>
          <ProviderTable />
        </Block>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { FeesPerEpoch } from "@/components/overview/FeesPerEpoch.tsx";
import { LiveReceipts } from "@/components/overview/LiveReceipts.tsx";
import { OverviewFigures } from "@/components/overview/OverviewFigures.tsx";
import { TopDatanets } from "@/components/overview/TopDatanets.tsx";
import { TopModels } from "@/components/overview/TopModels.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { BlockSkeleton, StatsSkeleton, TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Overview" };

export default function OverviewPage() {
  return (
    <>
      <PageHeader title="Every answer has a receipt.">
        People pool data, developers train specialised models on it, applications pay for answers, and each payment is
        traced to the contributions that shaped the answer. Check any of it yourself.
      </PageHeader>
      <Block what="The figures" skeleton={<StatsSkeleton />}>
        <OverviewFigures />
      </Block>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Block what="The fees per epoch" skeleton={<Waiting title="Fees per epoch" chart />}>
          <FeesPerEpoch />
        </Block>
        <Block what="The newest receipts" skeleton={<Waiting title="Live receipts" />}>
          <LiveReceipts />
        </Block>
      </div>
      <div className="mt-6 grid grid-cols-1 gap-6">
        <Block what="The datanets" skeleton={<Waiting title="Datanets" />}>
          <TopDatanets />
        </Block>
        <Block what="The models" skeleton={<Waiting title="Models" />}>
          <TopModels />
        </Block>
      </div>
    </>
  );
}

function Waiting({ title, chart = false }: { title: string; chart?: boolean }) {
  return <Card title={title}>{chart ? <BlockSkeleton className="h-[250px]" /> : <TableSkeleton rows={5} />}</Card>;
}

import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { EpochList } from "@/components/epochs/EpochList.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Epochs" };

export default function EpochsPage({ searchParams }: PageProps<"/epochs">) {
  return (
    <>
      <PageHeader title="Epochs">
        What answers earned is settled by epochs: their sum is sealed, one root over all payees is posted, anybody may
        object within its window, and from then on it can be claimed for ever.
      </PageHeader>
      <Block what="The epochs" skeleton={<TableSkeleton rows={8} />}>
        <EpochList searchParams={searchParams} />
      </Block>
    </>
  );
}

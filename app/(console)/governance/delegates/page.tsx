import type { Metadata } from "next";
import { Suspense } from "react";
import { Block } from "@/components/display/Block.tsx";
import { DelegateTable } from "@/components/governance/DelegateTable.tsx";
import { OwnVotes } from "@/components/governance/OwnVotes.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { BlockSkeleton, TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Delegates" };

export default function Page({ searchParams }: PageProps<"/governance/delegates">) {
  return (
    <>
      <PageHeader title="Delegates">
        Votes are OPEN that was delegated: to oneself, or to somebody who follows the proposals. What is staked votes
        too, and is delegated apart.
      </PageHeader>
      <Suspense fallback={<BlockSkeleton className="mb-8 h-40" />}>
        <OwnVotes />
      </Suspense>
      <Block what="The delegates" skeleton={<TableSkeleton rows={6} />}>
        <DelegateTable searchParams={searchParams} />
      </Block>
    </>
  );
}

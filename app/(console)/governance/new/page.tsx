import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { NewProposalPage } from "@/components/governance/NewProposalPage.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { BlockSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Make a proposal" };

export default function Page({ searchParams }: PageProps<"/governance/new">) {
  return (
    <>
      <PageHeader title="Make a proposal">
        Choose a parameter and its new value. The bounds are constants of the contracts: no vote can leave them.
      </PageHeader>
      <Block what="The parameters" skeleton={<BlockSkeleton className="h-96" />}>
        <NewProposalPage searchParams={searchParams} />
      </Block>
    </>
  );
}

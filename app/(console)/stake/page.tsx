import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { StakePage } from "@/components/staking/StakePage.tsx";
import { StakeTargets } from "@/components/staking/StakeTargets.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Stake" };

export default function Page({ searchParams }: PageProps<"/stake">) {
  return (
    <>
      <PageHeader title="Stake">
        OPEN put behind a datanet, a model or an operator. It earns the stakers’ part of the fees that its receipts say,
        and it answers for what the operator does: a verdict may take up to half of the pool. Nothing is promised.
      </PageHeader>
      <StakePage />
      <Block what="The pools" skeleton={<TableSkeleton rows={8} />}>
        <StakeTargets searchParams={searchParams} />
      </Block>
    </>
  );
}

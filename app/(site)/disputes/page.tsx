import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { CaseList } from "@/components/disputes/CaseList.tsx";
import { LinkButton } from "@/components/ui/Button.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";
import { startCaseHref } from "@/lib/site/hrefs.ts";

export const metadata: Metadata = { title: "Disputes" };

export default function DisputesPage({ searchParams }: PageProps<"/disputes">) {
  return (
    <>
      <PageHeader title="Disputes" action={<LinkButton href={startCaseHref}>Bring a case</LinkButton>}>
        Anybody may object to a settlement, an asset or an accepted contribution, with a bond. Staked validators rule
        within five days; after that governance may. Whoever was wrong pays, and half of that is burnt.
      </PageHeader>
      <Block what="The disputes" skeleton={<TableSkeleton rows={6} />}>
        <CaseList searchParams={searchParams} />
      </Block>
    </>
  );
}

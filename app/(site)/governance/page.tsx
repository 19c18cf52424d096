import type { Metadata } from "next";
import Link from "next/link";
import { Block } from "@/components/display/Block.tsx";
import { GovernanceFigures } from "@/components/governance/GovernanceFigures.tsx";
import { ProposalList } from "@/components/governance/ProposalList.tsx";
import { LinkButton } from "@/components/ui/Button.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { StatsSkeleton, TableSkeleton } from "@/components/ui/Skeleton.tsx";
import { controlHref, proposeHref } from "@/lib/site/hrefs.ts";

export const metadata: Metadata = { title: "Proposals" };

export default function GovernancePage({ searchParams }: PageProps<"/governance">) {
  return (
    <>
      <PageHeader
        title="Proposals"
        action={
          <LinkButton href={proposeHref()} variant="primary">
            Make a proposal
          </LinkButton>
        }
      >
        Parameters change by vote only, inside bounds that are constants of the contracts. What passes waits in the
        timelock, so that whoever disagrees can leave first.{" "}
        <Link className="link" href={controlHref}>
          Who can change what
        </Link>
      </PageHeader>
      <Block what="The figures" skeleton={<StatsSkeleton />}>
        <GovernanceFigures />
      </Block>
      <Block what="The proposals" skeleton={<TableSkeleton rows={8} />}>
        <ProposalList searchParams={searchParams} />
      </Block>
    </>
  );
}

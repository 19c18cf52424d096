import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { ProposalPage } from "@/components/governance/ProposalPage.tsx";
import { proposalTitle } from "@/components/governance/title.ts";

export async function generateMetadata({ params }: PageProps<"/governance/[id]">): Promise<Metadata> {
  return { title: await proposalTitle((await params).id) };
}

export default function Page({ params }: PageProps<"/governance/[id]">) {
  return (
    <Block what="The proposal" skeleton={<PageWaiting />}>
      <ProposalPage params={params} />
    </Block>
  );
}

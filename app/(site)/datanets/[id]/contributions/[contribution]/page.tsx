import type { Metadata } from "next";
import { ContributionPage } from "@/components/datanets/ContributionPage.tsx";
import { datanetTitle } from "@/components/datanets/title.ts";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";

type Props = PageProps<"/datanets/[id]/contributions/[contribution]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, contribution } = await params;
  return { title: `Contribution ${contribution} · ${await datanetTitle(id)}` };
}

export default function Page({ params, searchParams }: Props) {
  return (
    <Block what="The contribution" skeleton={<PageWaiting />}>
      <ContributionPage params={params} searchParams={searchParams} />
    </Block>
  );
}

import type { Metadata } from "next";
import { ContributePage } from "@/components/contribute/ContributePage.tsx";
import { datanetTitle } from "@/components/datanets/title.ts";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";

type Props = PageProps<"/datanets/[id]/contribute">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Contribute · ${await datanetTitle((await params).id)}` };
}

export default function Page({ params, searchParams }: Props) {
  return (
    <Block what="The datanet" skeleton={<PageWaiting />}>
      <ContributePage params={params} searchParams={searchParams} />
    </Block>
  );
}

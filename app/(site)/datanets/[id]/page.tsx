import type { Metadata } from "next";
import { DatanetPage } from "@/components/datanets/DatanetPage.tsx";
import { datanetTitle } from "@/components/datanets/title.ts";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";

export async function generateMetadata({ params }: PageProps<"/datanets/[id]">): Promise<Metadata> {
  return { title: await datanetTitle((await params).id) };
}

export default function Page({ params, searchParams }: PageProps<"/datanets/[id]">) {
  return (
    <Block what="The datanet" skeleton={<PageWaiting />}>
      <DatanetPage params={params} searchParams={searchParams} />
    </Block>
  );
}

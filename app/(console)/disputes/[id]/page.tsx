import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { CasePage } from "@/components/disputes/CasePage.tsx";

export async function generateMetadata({ params }: PageProps<"/disputes/[id]">): Promise<Metadata> {
  return { title: `Case ${(await params).id}` };
}

export default function Page({ params }: PageProps<"/disputes/[id]">) {
  return (
    <Block what="The case" skeleton={<PageWaiting />}>
      <CasePage params={params} />
    </Block>
  );
}

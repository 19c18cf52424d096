import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { EpochPage } from "@/components/epochs/EpochPage.tsx";

export async function generateMetadata({ params }: PageProps<"/epochs/[id]">): Promise<Metadata> {
  return { title: `Epoch ${(await params).id}` };
}

export default function Page({ params }: PageProps<"/epochs/[id]">) {
  return (
    <Block what="The epoch" skeleton={<PageWaiting />}>
      <EpochPage params={params} />
    </Block>
  );
}

import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { ModelPage } from "@/components/models/ModelPage.tsx";
import { modelTitle } from "@/components/models/title.ts";

export async function generateMetadata({ params }: PageProps<"/models/[id]">): Promise<Metadata> {
  return { title: await modelTitle((await params).id) };
}

export default function Page({ params }: PageProps<"/models/[id]">) {
  return (
    <Block what="The model" skeleton={<PageWaiting />}>
      <ModelPage params={params} />
    </Block>
  );
}

import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PlaygroundPage } from "@/components/playground/PlaygroundPage.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { BlockSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Playground" };

export default function Page({ searchParams }: PageProps<"/playground">) {
  return (
    <>
      <PageHeader title="Playground">
        Ask a model. A moment after the answer, the phrases that were contributed by somebody light up beside what each
        earned.
      </PageHeader>
      <Block what="The playground" skeleton={<BlockSkeleton className="h-64" />}>
        <PlaygroundPage searchParams={searchParams} />
      </Block>
    </>
  );
}

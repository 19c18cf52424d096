import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { ModelList } from "@/components/models/ModelList.tsx";
import { LinkButton } from "@/components/ui/Button.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";
import { newModelHref } from "@/lib/site/hrefs.ts";

export const metadata: Metadata = { title: "Models" };

export default function ModelsPage({ searchParams }: PageProps<"/models">) {
  return (
    <>
      <PageHeader title="Models" action={<LinkButton href={newModelHref}>Make a model</LinkButton>}>
        Each model names the datanet versions it was made from. You pay per token; every answer’s fee is split the way
        its page shows.
      </PageHeader>
      <Block what="The models" skeleton={<TableSkeleton rows={6} />}>
        <ModelList searchParams={searchParams} />
      </Block>
    </>
  );
}

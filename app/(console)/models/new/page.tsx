import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { NewModelPage } from "@/components/train/NewModelPage.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { BlockSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "New model" };

export default function Page() {
  return (
    <>
      <PageHeader eyebrow="Models" title="Make a model">
        Choose datanets, train a classifier on them or let a model quote them, and publish it: from then on every answer
        is paid for and attributed.
      </PageHeader>
      <Block what="The form" skeleton={<BlockSkeleton className="h-96" />}>
        <NewModelPage />
      </Block>
    </>
  );
}

import type { Metadata } from "next";
import { DatanetList } from "@/components/datanets/DatanetList.tsx";
import { Block } from "@/components/display/Block.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Datanets" };

export default function DatanetsPage({ searchParams }: PageProps<"/datanets">) {
  return (
    <>
      <PageHeader title="Datanets">
        A datanet is a pool of text under one licence. What you add to it is reviewed, and whenever a model’s answer
        repeats it first-hand, you are paid out of that answer’s fee.
      </PageHeader>
      <Block what="The datanets" skeleton={<TableSkeleton rows={8} />}>
        <DatanetList searchParams={searchParams} />
      </Block>
    </>
  );
}

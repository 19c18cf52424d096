import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { ReceiptList } from "@/components/receipts/ReceiptList.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Receipts" };

export default function ReceiptsPage({ searchParams }: PageProps<"/receipts">) {
  return (
    <>
      <PageHeader title="Receipts">
        One for every paid answer: which contributions it repeats, what each earned, and the hashes that let you check
        it. Private answers show their money, not their text.
      </PageHeader>
      <Block what="The receipts" skeleton={<TableSkeleton rows={12} />}>
        <ReceiptList searchParams={searchParams} />
      </Block>
    </>
  );
}

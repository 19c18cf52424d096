import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { ProviderList } from "@/components/providers/ProviderList.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Providers" };

export default function ProvidersPage() {
  return (
    <>
      <PageHeader title="Providers">
        They compute the answers and countersign what they served. Everything here is measured: by the gateway on real
        answers, and by asking each of them whether it is there.
      </PageHeader>
      <Block what="The providers" skeleton={<TableSkeleton rows={6} />}>
        <ProviderList />
      </Block>
    </>
  );
}

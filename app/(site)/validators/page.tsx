import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";
import { ValidatorTable } from "@/components/validators/ValidatorTable.tsx";

export const metadata: Metadata = { title: "Validators" };

export default function ValidatorsPage() {
  return (
    <>
      <PageHeader title="Validators">
        They review what is contributed, redo what is settled and rule when somebody objects, each weighed by what it
        has at risk. A verdict needs two thirds of their stake.
      </PageHeader>
      <Block what="The validators" skeleton={<TableSkeleton rows={6} />}>
        <ValidatorTable />
      </Block>
    </>
  );
}

import type { Metadata } from "next";
import { ParameterTable } from "@/components/control/ParameterTable.tsx";
import { PowerTable } from "@/components/control/PowerTable.tsx";
import { RoleTable } from "@/components/control/RoleTable.tsx";
import { Block } from "@/components/display/Block.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { TableSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Control map" };

export default function ControlPage() {
  return (
    <>
      <PageHeader title="Control map">
        Who can change what, how long everybody else has before it holds, and what nobody can change. Read from the
        chain each time this page is opened.
      </PageHeader>
      <div className="grid grid-cols-1 gap-6">
        <Card id="powers" title="Powers">
          <Block what="The powers" skeleton={<TableSkeleton rows={12} />}>
            <PowerTable />
          </Block>
        </Card>
        <Card id="parameters" title="Parameters" note="All that a vote can set, beside what the documentation says.">
          <Block what="The parameters" skeleton={<TableSkeleton rows={12} />}>
            <ParameterTable />
          </Block>
        </Card>
        <Card id="roles" title="Roles" note="From the chain’s events, each asked for again on the chain itself.">
          <Block what="The roles" skeleton={<TableSkeleton rows={8} />}>
            <RoleTable />
          </Block>
        </Card>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { AccountPage } from "@/components/account/AccountPage.tsx";
import { CodeSample } from "@/components/account/CodeSample.tsx";
import { Block } from "@/components/display/Block.tsx";
import { PageHeader } from "@/components/ui/PageHeader.tsx";
import { BlockSkeleton } from "@/components/ui/Skeleton.tsx";

export const metadata: Metadata = { title: "Account" };

export default function Page() {
  return (
    <>
      <PageHeader title="Account">
        Deposit once, sign how much may be spent, and call any model with an API key. Every answer is billed by its
        receipt.
      </PageHeader>
      <AccountPage />
      <div className="mt-6">
        <Block what="The code sample" skeleton={<BlockSkeleton className="h-60" />}>
          <CodeSample />
        </Block>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { ContributorPage } from "@/components/contributors/ContributorPage.tsx";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { shortHex } from "@/lib/format/address.ts";

export async function generateMetadata({ params }: PageProps<"/contributors/[address]">): Promise<Metadata> {
  return { title: `Contributor ${shortHex((await params).address)}` };
}

export default function Page({ params, searchParams }: PageProps<"/contributors/[address]">) {
  return (
    <Block what="The profile" skeleton={<PageWaiting />}>
      <ContributorPage params={params} searchParams={searchParams} />
    </Block>
  );
}

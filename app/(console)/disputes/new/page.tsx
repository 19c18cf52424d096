import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { NewCasePage } from "@/components/disputes/NewCasePage.tsx";

export const metadata: Metadata = { title: "Bring a case" };

export default function Page({ searchParams }: PageProps<"/disputes/new">) {
  return (
    <Block what="The case" skeleton={<PageWaiting />}>
      <NewCasePage searchParams={searchParams} />
    </Block>
  );
}

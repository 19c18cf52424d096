import type { Metadata } from "next";
import { Block } from "@/components/display/Block.tsx";
import { PageWaiting } from "@/components/display/PageWaiting.tsx";
import { validatorTitle } from "@/components/validators/title.ts";
import { ValidatorPage } from "@/components/validators/ValidatorPage.tsx";

export async function generateMetadata({ params }: PageProps<"/validators/[id]">): Promise<Metadata> {
  return { title: await validatorTitle((await params).id) };
}

export default function Page({ params, searchParams }: PageProps<"/validators/[id]">) {
  return (
    <Block what="The validator" skeleton={<PageWaiting />}>
      <ValidatorPage params={params} searchParams={searchParams} />
    </Block>
  );
}

import type { Metadata } from "next";
import { connection } from "next/server";
import { Block } from "@/components/display/Block.tsx";
import { questionText } from "@/components/display/names.ts";
import { ReceiptPage } from "@/components/receipts/ReceiptPage.tsx";
import { ReceiptWaiting } from "@/components/receipts/ReceiptWaiting.tsx";
import { readReceipt } from "@/components/receipts/readReceipt.ts";

export async function generateMetadata({ params }: PageProps<"/receipts/[id]">): Promise<Metadata> {
  await connection();
  const view = await readReceipt((await params).id).catch(() => null);
  return { title: view ? `Receipt: ${questionText(view.receipt.question)}` : "Receipt" };
}

export default function Page({ params }: PageProps<"/receipts/[id]">) {
  return (
    <Block what="The receipt" skeleton={<ReceiptWaiting />}>
      <ReceiptPage params={params} />
    </Block>
  );
}

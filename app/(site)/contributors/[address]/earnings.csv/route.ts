import { connection } from "next/server";
import { earningsCsv } from "@/components/contributors/earningsCsv.ts";
import { sql } from "@/lib/db/client.ts";
import { earningsPages } from "@/lib/db/queries/contributors.ts";
import { addressParam } from "@/lib/site/searchParams.ts";

/** Every earning of an address as CSV, streamed: however many they are. */
export async function GET(_request: Request, { params }: RouteContext<"/contributors/[address]/earnings.csv">) {
  await connection();
  const { address: text } = await params;
  const address = addressParam.parse(text);
  if (!address) return new Response(`address is ${text}; give 0x and 40 hex digits\n`, { status: 400 });
  const csv = earningsCsv(earningsPages(sql(), address));
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await csv.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
    },
    cancel: () => csv.return(undefined).then(() => {}),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="openledger-${address}.csv"`,
      "cache-control": "no-store",
    },
  });
}

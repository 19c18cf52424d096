import { connection } from "next/server";
import { earningsCsv } from "@/components/contributors/earningsCsv.ts";
import { addressParam } from "@/components/display/searchParams.ts";
import { sql } from "@/lib/db/client.ts";
import { earningsLines } from "@/lib/db/queries/contributors.ts";

/** Every earning of an address as CSV. */
export async function GET(_request: Request, { params }: RouteContext<"/contributors/[address]/earnings.csv">) {
  await connection();
  const { address: text } = await params;
  const address = addressParam.parse(text);
  if (!address) return new Response(`address is ${text}; give 0x and 40 hex digits\n`, { status: 400 });
  return new Response(earningsCsv(await earningsLines(sql(), address)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="openledger-${address}.csv"`,
      "cache-control": "no-store",
    },
  });
}

import { connection } from "next/server";
import { getBookedReceipts } from "@/lib/gateway/data/getBookedReceipts.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(request: Request): Promise<Response> {
  await connection();
  return respond(() => getBookedReceipts(processGateway(), request));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

import { connection } from "next/server";
import { getReceipt } from "@/lib/gateway/data/getReceipt.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  await connection();
  const { id } = await params;
  return respond(() => getReceipt(processGateway(), request, id));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

import { connection } from "next/server";
import { getLedger } from "@/lib/gateway/data/getLedger.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ model: string; version: string }> },
): Promise<Response> {
  await connection();
  const { model, version } = await params;
  return respond(() => getLedger(processGateway(), model, version));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

import { connection } from "next/server";
import { getBlob } from "@/lib/gateway/data/blobs.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ cid: string }> }): Promise<Response> {
  await connection();
  const { cid } = await params;
  return respond(() => getBlob(processGateway(), cid));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

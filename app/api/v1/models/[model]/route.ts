import { connection } from "next/server";
import { getModel } from "@/lib/gateway/chat/getModels.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ model: string }> }): Promise<Response> {
  await connection();
  const { model } = await params;
  return respond(() => getModel(processGateway(), model));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

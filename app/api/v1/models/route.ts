import { connection } from "next/server";
import { getModels } from "@/lib/gateway/chat/getModels.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(): Promise<Response> {
  await connection();
  return respond(() => getModels(processGateway()));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

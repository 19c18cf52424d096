import { connection } from "next/server";
import { getStatus } from "@/lib/gateway/data/getStatus.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(): Promise<Response> {
  await connection();
  return respond(() => getStatus(processGateway()));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

import { connection } from "next/server";
import { deleteCurrentKey, getCurrentKey } from "@/lib/gateway/account/keys.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(request: Request): Promise<Response> {
  await connection();
  return respond(() => getCurrentKey(processGateway(), request));
}

export const DELETE = (request: Request) => respond(() => deleteCurrentKey(processGateway(), request));
export const OPTIONS = options;
export const { PATCH, POST, PUT } = refusing("GET", "DELETE");

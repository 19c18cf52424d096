import { connection } from "next/server";
import { getRewards } from "@/lib/gateway/data/getRewards.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ address: string }> }): Promise<Response> {
  await connection();
  const { address } = await params;
  return respond(() => getRewards(processGateway(), address));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

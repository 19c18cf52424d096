import { connection } from "next/server";
import { getCaseVotes, postCaseVote } from "@/lib/gateway/data/caseVotes.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await connection();
  const { id } = await params;
  return respond(() => getCaseVotes(processGateway(), id));
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return respond(() => postCaseVote(processGateway(), request, id));
}

export const OPTIONS = options;
export const { DELETE, PATCH, PUT } = refusing("GET", "POST");

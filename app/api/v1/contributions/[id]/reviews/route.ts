import { connection } from "next/server";
import { getReviewVotes, postReviewVote } from "@/lib/gateway/data/reviewVotes.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await connection();
  const { id } = await params;
  return respond(() => getReviewVotes(processGateway(), id));
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return respond(() => postReviewVote(processGateway(), request, id));
}

export const OPTIONS = options;
export const { DELETE, PATCH, PUT } = refusing("GET", "POST");

import { respond } from "@/lib/gateway/http/respond.ts";
import { postVotes } from "@/lib/gateway/local/postVotes.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export const POST = (request: Request) => respond(() => postVotes(processGateway(), request));

import { respond } from "@/lib/gateway/http/respond.ts";
import { postBallot } from "@/lib/gateway/local/postBallot.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export const POST = (request: Request) => respond(() => postBallot(processGateway(), request));

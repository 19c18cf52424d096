import { respond } from "@/lib/gateway/http/respond.ts";
import { postAdvance } from "@/lib/gateway/local/postAdvance.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export const POST = (request: Request) => respond(() => postAdvance(processGateway(), request));

import { respond } from "@/lib/gateway/http/respond.ts";
import { postFaucet } from "@/lib/gateway/local/postFaucet.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export const POST = (request: Request) => respond(() => postFaucet(processGateway(), request));

import { postChatCompletion } from "@/lib/gateway/chat/postChatCompletion.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

export const POST = (request: Request) => respond(() => postChatCompletion(processGateway(), request));
export const OPTIONS = options;
export const { DELETE, GET, PATCH, PUT } = refusing("POST");

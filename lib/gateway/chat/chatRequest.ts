import { z } from "zod";
import { tokenise } from "../../attribution/index.ts";
import { badRequest } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";

const MAX_BODY = 256 * 1024;
const DEFAULT_TOKENS = 1_024;
const MAX_TOKENS = 4_096;

const text = z
  .string("must be a string")
  .refine((value) => !value.includes("\0"), "contains the character U+0000; remove it");
const part = z.object({ type: z.literal("text", 'must be "text": only text is served'), text });
const content = z.preprocess(
  (value) => value ?? "",
  z.union([text, z.array(part)], 'must be a string, or an array of {"type":"text","text":…}'),
);
const message = z.object({
  role: z.enum(
    ["system", "developer", "user", "assistant"],
    "must be system, developer, user or assistant: tools are not served",
  ),
  content,
});
const tokens = z.int("must be a whole number of tokens").min(1, "must be at least 1").nullish();
const unserved = (message: string) => z.null(message).optional();
const none = (message: string) => z.union([z.null(), z.array(z.unknown()).length(0)], message).optional();

const schema = z.object(
  {
    model: z
      .string("must be the id of a model, as GET /api/v1/models lists them")
      .min(1, "must not be empty")
      .max(200, "is no model's id"),
    messages: z
      .array(message, "must be an array of messages")
      .min(1, "must hold at least one message")
      .max(500, "holds more than 500 messages"),
    stream: z.boolean("must be true or false").nullish(),
    stream_options: z
      .object({ include_usage: z.boolean("must be true or false").nullish() }, "must be an object")
      .nullish(),
    max_tokens: tokens,
    max_completion_tokens: tokens,
    n: z.literal(1, "must be 1: one answer, one receipt").nullish(),
    visibility: z.enum(["public", "private"], 'must be "public" or "private"').default("private"),
    temperature: z.number("must be a number").min(0, "must be 0 to 2").max(2, "must be 0 to 2").nullish(),
    top_p: z.number("must be a number").min(0, "must be 0 to 1").max(1, "must be 0 to 1").nullish(),
    seed: z.int("must be a whole number").nullish(),
    stop: z.union([z.string(), z.array(z.string()).max(4)], "must be a string or up to four").nullish(),
    tools: none("are not served; leave them out"),
    functions: none("are not served; leave them out"),
    logprobs: z.literal(false, "are not served; leave it out").nullish(),
    audio: unserved("is not served; leave it out"),
    modalities: z.array(z.literal("text", 'must be ["text"]'), 'must be ["text"]').nullish(),
    response_format: z.object({ type: z.literal("text", 'must be "text"') }, "must be an object").nullish(),
  },
  "must be a JSON object",
);

export interface ChatMessage {
  role: "system" | "developer" | "user" | "assistant";
  content: string;
}

export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  /** The last user message: what the receipt is about. */
  question: string;
  /** Tokens of `words-1` in all messages. */
  promptTokens: number;
  /** The most the answer may have. */
  maxTokens: number;
  stream: boolean;
  includeUsage: boolean;
  visibility: "public" | "private";
  /** Goes to the provider as it came. */
  sampling: Record<string, unknown>;
}

/**
 * Reads a chat completion request. Parameters that would change the answer's form and are not served are refused; others that we do not
 * know are ignored. A `max_tokens` above ours is lowered: it promises no length.
 * @throws GatewayError 400 naming the parameter, 413
 */
export async function readChatRequest(request: Request): Promise<ChatRequest> {
  const body = await readJson(request, schema, MAX_BODY);
  const messages = body.messages.map(({ role, content }) => ({ role, content: flatten(content).toWellFormed() }));
  const question = messages.findLast(({ role }) => role === "user")?.content;
  if (!question?.trim())
    throw badRequest("messages", 'must hold a message of role "user" with a question in the last of them.');
  const { temperature, top_p, seed, stop } = body;
  return {
    model: body.model,
    messages,
    question,
    promptTokens: messages.reduce((sum, { content }) => sum + tokenise(content).length, 0),
    maxTokens: Math.min(body.max_completion_tokens ?? body.max_tokens ?? DEFAULT_TOKENS, MAX_TOKENS),
    stream: body.stream ?? false,
    includeUsage: body.stream_options?.include_usage ?? false,
    visibility: body.visibility,
    sampling: Object.fromEntries(
      Object.entries({ temperature, top_p, seed, stop }).filter(([, value]) => value != null),
    ),
  };
}

function flatten(content: string | { text: string }[]): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
}

import type { IncomingMessage } from "node:http";
import { type Hex, isHex } from "viem";
import { z } from "zod";
import type { ChatInput } from "./models.ts";

/** A request that cannot be served as it is. */
export class RequestError extends Error {
  override name = "RequestError";
  readonly status: 400 | 413;

  constructor(status: 400 | 413, message: string) {
    super(message);
    this.status = status;
  }
}

export interface ProviderRequest extends ChatInput {
  id: bigint;
  version: number;
  stream: boolean;
  /** What to countersign; null for a caller that is no gateway. */
  receipt: { id: Hex; salt: Hex } | null;
}

const MOST_BYTES = 2 * 1_048_576;
const MOST_TOKENS = 4_096;

const schema = z.object({
  model: z.string().regex(/^\d{1,18}@\d{1,9}$/, "must be <registry id>@<version>"),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.boolean().default(false),
  max_tokens: z.int().min(1).max(MOST_TOKENS).default(MOST_TOKENS),
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  seed: z.int().optional(),
  stop: z.union([z.string(), z.array(z.string())]).optional(),
});

/** @throws RequestError */
export async function readRequest(request: IncomingMessage): Promise<ProviderRequest> {
  const parsed = schema.safeParse(parseJson(await readBody(request)));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new RequestError(400, `${path.join(".") || "body"}: ${message}.`);
  }
  const { model, messages, stream, max_tokens, ...sampling } = parsed.data;
  const [id, version] = model.split("@") as [string, string];
  return {
    id: BigInt(id),
    version: Number(version),
    messages,
    stream,
    maxTokens: max_tokens,
    sampling,
    receipt: receiptOf(request),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new RequestError(413, `The body is larger than ${MOST_BYTES} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, "body: not JSON.");
  }
}

function receiptOf({ headers }: IncomingMessage): ProviderRequest["receipt"] {
  const [id, salt] = [headers["x-openledger-receipt"], headers["x-openledger-salt"]];
  if (id === undefined && salt === undefined) return null;
  if (isHash(id) && isHash(salt)) return { id, salt };
  throw new RequestError(400, "x-openledger-receipt and x-openledger-salt: give both, 0x and 64 hex digits each.");
}

const isHash = (value: unknown): value is Hex => isHex(value) && value.length === 66;

import { ApiError } from "../../errors/ApiError.ts";
import { readServerEvents } from "./readServerEvents.ts";

export type AskInput = {
  /** As the models list names it: `ol-<id>`. */
  model: string;
  question: string;
  visibility: "public" | "private";
  key: string;
  /** The most the answer may have. */
  maxTokens: number;
  signal?: AbortSignal;
};

export type Asked = {
  receipt: string;
  /** Wei. */
  fee: bigint;
};

type Chunk = {
  choices?: { delta?: { content?: string } }[];
  openledger?: { receipt: string; fee: string };
  error?: { message: string; code?: string | null };
};

export type Listener = {
  /** The receipt's id is known before the first word: an answer can be found again by it. */
  onReceipt: (receipt: string) => void;
  onPiece: (piece: string) => void;
};

/**
 * Asks a model and hands its answer on piece by piece.
 * @throws ApiError with the gateway's own sentence; status 0 when nothing answered or the stream broke off
 */
export async function askModel(
  { model, question, visibility, key, maxTokens, signal }: AskInput,
  listener: Listener,
): Promise<Asked> {
  const response = await fetch("/api/v1/chat/completions", {
    method: "POST",
    signal,
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({
      model,
      visibility,
      stream: true,
      max_tokens: maxTokens,
      messages: [{ role: "user", content: question }],
    }),
  }).catch((cause: unknown) => {
    throw new ApiError(0, null, String(cause));
  });
  if (!response.ok || !response.body) throw await refusal(response);
  const receipt = response.headers.get("x-openledger-receipt");
  if (receipt) listener.onReceipt(receipt);
  let asked: Asked | null = null;
  for await (const data of readServerEvents(response.body)) {
    if (data === "[DONE]") break;
    const chunk = JSON.parse(data) as Chunk;
    if (chunk.error) throw new ApiError(502, chunk.error.code ?? null, chunk.error.message);
    const piece = chunk.choices?.[0]?.delta?.content;
    if (piece) listener.onPiece(piece);
    if (chunk.openledger) asked = { receipt: chunk.openledger.receipt, fee: BigInt(chunk.openledger.fee) };
  }
  if (!asked) throw new ApiError(0, null, "The answer broke off.");
  return asked;
}

async function refusal(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Chunk | null;
  return new ApiError(
    response.status,
    body?.error?.code ?? null,
    body?.error?.message ?? `The server answered ${response.status}.`,
  );
}

import type { Hex } from "viem";
import { z } from "zod";
import type { Gateway } from "../Gateway.ts";
import type { ChatRequest } from "./chatRequest.ts";
import { createMeter } from "./createMeter.ts";
import type { ServedModel } from "./models.ts";
import type { Provider } from "./providers.ts";
import { readEvents } from "./readEvents.ts";

/** A provider that did not answer, not to the end, or does not answer for what it said. Nothing it sent is charged. */
export class ProviderError extends Error {
  override name = "ProviderError";
}

export interface Ending {
  finishReason: "stop" | "length";
  tokens: number;
  /** The provider's countersignature, unchecked; null when it gave none. */
  signature: Hex | null;
}

export interface Question {
  request: ChatRequest;
  model: ServedModel;
  receipt: Hex;
  salt: Hex;
}

/** How long a provider may take to its first word: then there is time left to ask another. */
const FIRST_WORD_MS = 12_000;
/** How long it may be silent between two words. Whatever comes without words does not count. */
const SILENCE_MS = 30_000;
/** Longest answer, in characters: words are counted, what stands between them is not. */
const MOST_CHARACTERS = 400_000;

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() }),
    )
    .nullish(),
  openledger: z
    .object({
      signature: z
        .string()
        .regex(/^0x[0-9a-fA-F]{130}$/)
        .optional(),
    })
    .nullish(),
  error: z.object({ message: z.string().nullish() }).nullish(),
});

/**
 * Asks one provider and yields its answer piece by piece, never more than `maxTokens` words.
 * @param signal stops it: a timeout is the provider's failure, else whatever the stream throws passes through
 * @throws ProviderError when it refuses, breaks off, or is silent for too long
 */
export async function* askProvider(
  gateway: Gateway,
  provider: Provider,
  question: Question,
  signal: AbortSignal,
): AsyncGenerator<string, Ending> {
  const silence = new AbortController();
  let patienceMs = FIRST_WORD_MS;
  let timer = setTimeout(() => silence.abort(), patienceMs);
  const rearm = () => {
    clearTimeout(timer);
    patienceMs = SILENCE_MS;
    timer = setTimeout(() => silence.abort(), patienceMs);
  };
  const meter = createMeter(question.request.maxTokens);
  let finish: string | undefined;
  let signature: Hex | null = null;
  let characters = 0;
  // White space waits for the word after it: an answer has begun, and its provider can no longer be changed, with its first word.
  let blank = "";
  try {
    const body = await open(gateway, provider, question, AbortSignal.any([signal, silence.signal]));
    for await (const data of readEvents(body)) {
      if (data === "[DONE]") break;
      const chunk = chunkSchema.parse(JSON.parse(data));
      if (chunk.error) throw new ProviderError(chunk.error.message ?? "it reported an error");
      signature = (chunk.openledger?.signature as Hex | undefined) ?? signature;
      const choice = chunk.choices?.[0];
      finish = choice?.finish_reason ?? finish;
      const served = meter.push((choice?.delta?.content ?? "").replaceAll("\0", "\uFFFD"));
      characters += served.length;
      if (characters > MOST_CHARACTERS)
        throw new ProviderError(`its answer is longer than ${MOST_CHARACTERS} characters`);
      blank += served;
      if (/\S/.test(served)) {
        rearm();
        yield blank;
        blank = "";
      }
      if (meter.isFull()) break;
    }
  } catch (error) {
    const outOfTime = signal.reason?.name === "TimeoutError";
    if (error instanceof ProviderError || (signal.aborted && !outOfTime)) throw error;
    throw new ProviderError(silence.signal.aborted ? `it was silent for ${patienceMs / 1000} s` : reasonOf(error));
  } finally {
    clearTimeout(timer);
    silence.abort(); // lets go of the connection when the answer was cut
  }
  if (!meter.isFull() && !finish) throw new ProviderError("it broke off");
  if (blank) yield blank; // signed like the rest
  return { finishReason: meter.isFull() || finish === "length" ? "length" : "stop", tokens: meter.tokens(), signature };
}

async function open(
  { askEndpoint }: Gateway,
  provider: Provider,
  { request, model, receipt, salt }: Question,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const response = await askEndpoint(`${provider.endpoint}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-openledger-receipt": receipt, "x-openledger-salt": salt },
    body: JSON.stringify({
      ...request.sampling,
      model: `${model.id}@${model.version}`,
      messages: request.messages,
      max_tokens: request.maxTokens,
      stream: true,
    }),
    signal,
  });
  if (response.statusCode === 200) return response;
  response.destroy();
  throw new ProviderError(`it answered ${response.statusCode}`);
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return "it sent what is no chat completion chunk";
  // A refused connection to several addresses has an empty message.
  const { message, code } = error as NodeJS.ErrnoException;
  return message || String(code);
}

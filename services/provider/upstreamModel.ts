import { z } from "zod";
import { createMeter } from "../../lib/gateway/chat/createMeter.ts";
import { readEvents } from "../../lib/gateway/chat/readEvents.ts";
import { type Model, ModelError } from "./models.ts";

export interface Upstream {
  /** OPENAI_BASE_URL without a slash at its end, e.g. `http://127.0.0.1:8080/v1`. */
  url: string;
  key: string | undefined;
}

const chunkSchema = z.object({
  choices: z.array(
    z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() }),
  ),
});

/** A model that some OpenAI-compatible server runs; its answer is passed on as it comes. */
export function upstreamModel({ url, key }: Upstream, model: string): Model {
  return {
    async *answer({ messages, maxTokens, sampling }, signal) {
      const response = await fetch(`${url}/chat/completions`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ ...sampling, model, messages, max_tokens: maxTokens, stream: true }),
        signal,
      }).catch((error: Error) => {
        throw new ModelError(502, `The upstream does not answer: ${error.message}.`);
      });
      if (!response.ok || !response.body) throw new ModelError(502, `The upstream answered ${response.status}.`);
      const meter = createMeter(maxTokens);
      for await (const data of readEvents(response.body)) {
        if (data === "[DONE]") return "stop";
        const [choice] = readChunk(data).choices;
        const served = meter.push(choice?.delta?.content ?? "");
        if (served) yield served;
        if (meter.isFull() || choice?.finish_reason === "length") return "length";
        if (choice?.finish_reason) return "stop";
      }
      throw new ModelError(502, "The upstream broke off.");
    },
  };
}

function readChunk(data: string): z.infer<typeof chunkSchema> {
  try {
    return chunkSchema.parse(JSON.parse(data));
  } catch {
    throw new ModelError(502, "The upstream sent what is no chat completion.");
  }
}

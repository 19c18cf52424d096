import { MOST_PASSAGE_WORDS, MOST_PASSAGES, type PromptPassage } from "../../attribution/context/index.ts";
import type { Gateway } from "../Gateway.ts";
import { unavailable } from "../http/GatewayError.ts";
import type { ChatRequest } from "./chatRequest.ts";
import type { ServedModel } from "./models.ts";
import { passagePrompt } from "./passagePrompt.ts";

/** [contribution, offset, words] of each passage in a prompt, in its order: what the receipt commits to. */
export type PassageLog = [contribution: number, offset: number, words: number][];

/** Words that passages can add to a prompt; they are metered and paid for like the caller's own. */
export const MOST_ADDED_WORDS = MOST_PASSAGES * MOST_PASSAGE_WORDS;

/** Whether this model's prompts are given passages: those of models that answer in words of their own. */
export const takesPassages = ({ document }: ServedModel) => document.method === "openai";

/**
 * The request as a provider gets it, and the log of what was put into it; the log is null for models that need no passages. The gateway
 * retrieves by itself, so that no provider can say what stood in the prompt.
 * @throws GatewayError 503; whatever the signal's abortion causes
 */
export async function addPassages(
  gateway: Gateway,
  model: ServedModel,
  chat: ChatRequest,
  receipt: string,
  signal: AbortSignal,
): Promise<{ request: ChatRequest; passages: PassageLog | null }> {
  if (!takesPassages(model)) return { request: chat, passages: null };
  const found = await gateway.retriever.find(model.id, model.version, chat.question, signal);
  const passages = await standing(gateway, found);
  const added = passages.reduce((sum, { words }) => sum + words, 0);
  return {
    request: {
      ...chat,
      messages: passagePrompt(chat.messages, passages, receipt.slice(2, 18)),
      promptTokens: chat.promptTokens + added,
    },
    passages: passages.map(({ document, offset, words }) => [Number(document), offset, words]),
  };
}

/** Without what was taken down: nothing takes its place, so that the log can be checked by the question alone. */
async function standing({ chain }: Gateway, found: PromptPassage[]): Promise<PromptPassage[]> {
  const gone = await Promise.all(found.map(({ document }) => chain.isTakenDown(BigInt(document)))).catch((error) => {
    console.error("gateway: chain:", error);
    throw unavailable(
      "The chain does not say which passages still stand. Nothing was charged. Try again.",
      "chain_unavailable",
    );
  });
  return found.filter((_, i) => !gone[i]);
}

import { ApiError } from "../../lib/errors/ApiError.ts";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { type AskInput, askModel } from "../../lib/flows/api/ask.ts";
import type { Turn } from "./turns.ts";

export type Question = Pick<Turn, "model" | "modelName" | "question" | "published">;

type Listener = {
  /** At every change, so at every word. */
  onChange: (turn: Turn) => void;
  /** When there is something to keep: at the start, when the receipt is known and at the end. */
  onKeep: (turn: Turn) => void;
};

/** Asks a question and hands on how its turn goes. Never throws: what went wrong is the turn's problem. @returns whether it was answered */
export async function askTurn(
  asked: Question,
  { key, maxTokens }: Pick<AskInput, "key" | "maxTokens">,
  { onChange, onKeep }: Listener,
): Promise<boolean> {
  let turn: Turn = {
    ...asked,
    ...{ id: crypto.randomUUID(), answer: "", receipt: null, state: "asking", problem: null },
  };
  const change = (part: Partial<Turn>) => {
    turn = { ...turn, ...part };
    onChange(turn);
  };
  const keep = (part: Partial<Turn>) => {
    change(part);
    onKeep(turn);
  };
  keep({});
  const { model, question, published } = asked;
  try {
    const { receipt } = await askModel(
      { model, question, visibility: published ? "public" : "private", key, maxTokens },
      {
        onReceipt: (receipt) => keep({ receipt }),
        onPiece: (piece) => change({ state: "streaming", answer: turn.answer + piece }),
      },
    );
    keep({ state: "answered", receipt });
    return true;
  } catch (error) {
    keep({ state: "failed", ...failure(error, turn.receipt) });
    return false;
  }
}

/** An answer that broke off is charged once its first word was sent, so its receipt is kept; the gateway's own refusals charge nothing. */
function failure(error: unknown, receipt: string | null): Pick<Turn, "problem" | "receipt"> {
  const isRefused = error instanceof ApiError && error.status !== 0 && error.code !== "billing_failed";
  if (isRefused || receipt === null) return { problem: sentenceOf(error), receipt: null };
  if (error instanceof ApiError && error.status !== 0) return { problem: error.message, receipt };
  return {
    problem: "The connection broke off. If the answer was charged, the whole of it is at its receipt in a moment.",
    receipt,
  };
}

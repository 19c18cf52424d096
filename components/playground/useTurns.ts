"use client";

import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { askModel } from "../../lib/flows/api/ask.ts";
import type { Network } from "../../lib/tx/network.ts";
import { rememberedTurns, rememberTurns, type Turn } from "./turns.ts";

export type Question = Pick<Turn, "model" | "modelName" | "question" | "published">;

/** The questions of one account in this browser, and asking another. */
export function useTurns(network: Network | null, account: string | null) {
  const [turns, setTurns] = useState<Turn[]>([]);
  const all = useRef<Turn[]>([]);

  function put(next: Turn[]) {
    all.current = next;
    setTurns(next);
    if (network && account) rememberTurns(localStorage, network, account, next);
  }

  useEffect(() => {
    all.current = network && account ? rememberedTurns(localStorage, network, account) : [];
    setTurns(all.current);
  }, [network, account]);

  async function ask(asked: Question, key: string, maxTokens: number): Promise<void> {
    const id = crypto.randomUUID();
    const change = (part: Partial<Turn> | ((turn: Turn) => Partial<Turn>)) =>
      put(
        all.current.map((turn) =>
          turn.id === id ? { ...turn, ...(typeof part === "function" ? part(turn) : part) } : turn,
        ),
      );
    put([{ ...asked, id, answer: "", receipt: null, state: "asking", problem: null }, ...all.current]);
    try {
      const { receipt } = await askModel(
        {
          model: asked.model,
          question: asked.question,
          visibility: asked.published ? "public" : "private",
          key,
          maxTokens,
        },
        {
          onReceipt: (receipt) => change({ receipt }),
          onPiece: (piece) => change((turn) => ({ state: "streaming", answer: turn.answer + piece })),
        },
      );
      change({ state: "answered", receipt });
    } catch (error) {
      change({ state: "failed", problem: sentenceOf(error), receipt: null });
    }
  }

  return { turns, ask, busy: turns.some((turn) => turn.state === "asking" || turn.state === "streaming") };
}

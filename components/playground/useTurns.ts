"use client";

import { useEffect, useState } from "react";
import type { Network } from "../../lib/tx/network.ts";
import { askTurn, type Question } from "./askTurn.ts";
import { rememberedTurns, rememberTurn, type ShownTurns, type Turn, withTurnOf } from "./turns.ts";

/** The questions of one account in this browser, and asking another. A question stays with the account that asked it. */
export function useTurns(network: Network | null, account: string | null) {
  const [shown, setShown] = useState<ShownTurns>({ network, account, turns: [] });

  useEffect(() => {
    const turns = network && account ? rememberedTurns(localStorage, network, account) : [];
    setShown({ network, account, turns });
  }, [network, account]);

  async function ask(asked: Question, key: string, maxTokens: number): Promise<boolean> {
    if (!network || !account) return false;
    const onChange = (turn: Turn) => setShown((shown) => withTurnOf(shown, network, account, turn));
    const onKeep = (turn: Turn) => rememberTurn(localStorage, network, account, turn);
    return askTurn(asked, { key, maxTokens }, { onChange, onKeep });
  }

  // Until the effect has read the account's own, another's must not be seen.
  const turns = shown.network === network && shown.account === account ? shown.turns : [];
  return { turns, ask, busy: turns.some((turn) => turn.state === "asking" || turn.state === "streaming") };
}

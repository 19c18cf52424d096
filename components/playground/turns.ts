import type { Network } from "../../lib/tx/network.ts";

/** One question and its answer, as this browser remembers it. The receipt is the record; this is only a way back to it. */
export type Turn = {
  /** Of this browser. */
  id: string;
  model: string;
  modelName: string;
  question: string;
  answer: string;
  published: boolean;
  /** Known as soon as the answer begins. */
  receipt: string | null;
  /** asking: nothing yet; streaming: words arrive; answered; failed: see problem. */
  state: "asking" | "streaming" | "answered" | "failed";
  problem: string | null;
};

export const REMEMBERED = 20;

type KeyValue = Pick<Storage, "getItem" | "setItem">;

const place = ({ deployment }: Network, account: string) =>
  `openledger:turns:${deployment.chainId}:${deployment.genesisHash.slice(2, 10)}:${account.toLowerCase()}`;

/**
 * Newest first. What was being answered when the page was left has a receipt if it began: then it counts as answered, for the receipt holds
 * what was served. Without one nothing was charged.
 */
export function rememberedTurns(storage: KeyValue, network: Network, account: string): Turn[] {
  try {
    const turns: unknown = JSON.parse(storage.getItem(place(network, account)) ?? "[]");
    return Array.isArray(turns) ? (turns as Turn[]).map(settle) : [];
  } catch {
    return [];
  }
}

function settle(turn: Turn): Turn {
  if (turn.state === "answered" || turn.state === "failed") return turn;
  if (turn.receipt) return { ...turn, state: "answered" };
  return { ...turn, state: "failed", problem: "The page was left before the answer began; nothing was charged." };
}

/** The list with a turn as it is now: in its place, or on top when it is new. */
const withTurn = (turns: readonly Turn[], turn: Turn): Turn[] =>
  turns.some(({ id }) => id === turn.id) ? turns.map((one) => (one.id === turn.id ? turn : one)) : [turn, ...turns];

export type ShownTurns = { network: Network | null; account: string | null; turns: Turn[] };

/** What is shown after a turn of an account changed; what is another's stays as it is. */
export const withTurnOf = (shown: ShownTurns, network: Network, account: string, turn: Turn): ShownTurns =>
  shown.network === network && shown.account === account ? { ...shown, turns: withTurn(shown.turns, turn) } : shown;

/** Keeps one turn of an account beside those that are kept already. Never throws: the receipt is the record, and the page goes on without. */
export function rememberTurn(storage: KeyValue, network: Network, account: string, turn: Turn): void {
  try {
    const turns = withTurn(rememberedTurns(storage, network, account), turn);
    storage.setItem(place(network, account), JSON.stringify(turns.slice(0, REMEMBERED)));
  } catch (error) {
    console.error(error);
  }
}

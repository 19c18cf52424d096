import { formatCount } from "../../lib/format/number.ts";
import { type Heads, LAG_TOLERATED } from "../../lib/tx/health.ts";

export type Finding = { tone: "good" | "warn" | "bad"; title: string; text: string };

/** What works and what not, with what it means for a reader. "Chain does not answer" and "indexer behind" have different remedies. */
export function diagnose({ chain, indexer }: Heads): Finding {
  if (!chain) {
    return {
      tone: "bad",
      title: "The chain does not answer",
      text: "Nothing can be paid, settled or claimed until it does. Pages show what was read before; their ages do not advance.",
    };
  }
  if (!indexer) {
    return {
      tone: "bad",
      title: "The indexer is down",
      text: "The chain goes on: what you sent there is safe. Pages show the state up to the indexer’s last block, and catch up when it is back.",
    };
  }
  const lag = chain.head - indexer.block;
  if (lag > LAG_TOLERATED) {
    return {
      tone: "warn",
      title: `The indexer is ${formatCount(lag)} blocks behind`,
      text: "Transactions of those blocks are done, but pages do not show them yet. It is catching up.",
    };
  }
  return { tone: "good", title: "Chain and indexer agree", text: "Pages show the chain as it is now." };
}

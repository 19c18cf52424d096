import type { ReceiptShare, SpanSource } from "@/lib/db/queries/receiptDetail.ts";
import type { InfluenceRecord } from "@/lib/db/worker/traces.ts";

/** What one training text did to the answer, and what it was paid for it. */
export type Effect = {
  contribution: number;
  title: string;
  datanet: bigint | null;
  contributor: string | null;
  /** Of the label's score, in 1/1,000,000,000. */
  effect: number;
  /** Wei; null without a share. */
  amount: bigint | null;
};

/** Every training text by its effect, the strongest support first and the strongest opposition last. */
export function effectsOf(
  { effects }: InfluenceRecord,
  sources: readonly SpanSource[],
  shares: readonly ReceiptShare[],
): Effect[] {
  const sourceOf = new Map(sources.map((source) => [Number(source.contribution), source]));
  const amountOf = new Map(shares.map((share) => [Number(share.contribution), share.amount]));
  return effects
    .map(([contribution, effect]) => {
      const source = sourceOf.get(contribution!);
      return {
        contribution: contribution!,
        title: source?.title ?? `Contribution ${contribution}`,
        datanet: source?.datanet ?? null,
        contributor: source?.contributor ?? null,
        effect: effect!,
        amount: amountOf.get(contribution!) ?? null,
      };
    })
    .sort((a, b) => b.effect - a.effect || a.contribution - b.contribution);
}

/** The texts that a picture has room for: those that pulled hardest, up and down. */
export function strongest(effects: readonly Effect[], up: number, down: number): { up: Effect[]; down: Effect[] } {
  return {
    up: effects.filter(({ effect }) => effect > 0).slice(0, up),
    down: effects.filter(({ effect }) => effect < 0).slice(-down),
  };
}

/** An effect with its sign, cut to four digits. */
export function formatEffect(units: number): string {
  const tenThousandths = Math.trunc(units / 100_000);
  const digits = String(Math.abs(tenThousandths)).padStart(5, "0");
  if (tenThousandths === 0) return units === 0 ? "0" : units > 0 ? "+<0.0001" : "−<0.0001";
  return `${tenThousandths < 0 ? "−" : "+"}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

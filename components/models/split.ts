import type { ModelSummary } from "../../lib/db/queries/models.ts";

export type SplitPart = { name: string; bps: number };

/** How a model's fee is divided, in basis points; what the four roles leave is the protocol's. Adds up to 10,000. */
export function splitOf(
  model: Pick<ModelSummary, "contributorsBps" | "ownerBps" | "providerBps" | "stakersBps">,
): SplitPart[] {
  const parts = [
    { name: "Contributors", bps: model.contributorsBps },
    { name: "Model owner", bps: model.ownerBps },
    { name: "Provider", bps: model.providerBps },
    { name: "Stakers", bps: model.stakersBps },
  ];
  const given = parts.reduce((sum, part) => sum + part.bps, 0);
  return [...parts, { name: "Protocol", bps: 10_000 - given }];
}

import { noteProbes } from "../../lib/db/gateway/probes.ts";
import { askHealth } from "../../lib/gateway/chat/askHealth.ts";
import { stakedProviders } from "../../lib/gateway/chat/providers.ts";
import { createAskEndpoint } from "../../lib/gateway/endpoint/askEndpoint.ts";
import type { WorkerContext } from "./context.ts";

/** Asks every staked provider whether it is there, and counts the answer: uptime is measured by this clock, not by who looks at the site. */
export function probe({
  sql,
  store,
  deployment,
}: Pick<WorkerContext, "sql" | "store" | "deployment">): () => Promise<boolean> {
  const askEndpoint = createAskEndpoint(deployment.chainId);
  return async () => {
    const providers = await stakedProviders({ sql, store });
    const ends = await Promise.allSettled(providers.map((provider) => askHealth(askEndpoint, provider)));
    await noteProbes(
      sql,
      ends.map(({ status }, i) => ({ provider: providers[i]!.id, answered: status === "fulfilled" })),
    );
    return false;
  };
}

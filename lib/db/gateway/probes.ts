import type { Executor } from "../worker/executor.ts";

const DAY_MS = 86_400_000;

/** Counts one health check of each provider. @param at milliseconds of this server's clock */
export async function noteProbes(
  sql: Executor,
  checks: readonly { provider: bigint; answered: boolean }[],
  at = Date.now(),
): Promise<void> {
  if (checks.length === 0) return;
  const rows = checks.map(({ provider, answered }) => ({
    provider: provider.toString(),
    day: Math.floor(at / DAY_MS),
    asked: 1,
    answered: Number(answered),
  }));
  await sql`
    insert into gateway.provider_probe ${sql(rows)}
    on conflict (provider, day) do update set asked = provider_probe.asked + excluded.asked,
      answered = provider_probe.answered + excluded.answered`;
}

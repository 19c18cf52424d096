import type { Gateway } from "../Gateway.ts";
import { unavailable } from "../http/GatewayError.ts";
import { askProvider, type Ending, ProviderError, type Question } from "./askProvider.ts";
import { type Provider, providersToAsk } from "./providers.ts";

/** An answer whose first words are there; the provider can no longer be changed. */
export interface StartedAnswer {
  provider: Provider;
  first: string;
  /** From the request to this provider to its first words. */
  waitedMs: number;
  rest: AsyncGenerator<string, Ending>;
}

/** Providers asked for one request at most. */
const MOST_ATTEMPTS = 3;

/**
 * Asks providers in turn until one begins to answer.
 * @throws GatewayError 503 naming why each failed; whatever the signal's abortion causes
 */
export async function startAnswer(gateway: Gateway, question: Question, signal: AbortSignal): Promise<StartedAnswer> {
  const failures: string[] = [];
  const { model, request } = question;
  for (const provider of (await providersToAsk(gateway, model.id, request.visibility)).slice(0, MOST_ATTEMPTS)) {
    if (signal.aborted) break; // who is not asked has not failed
    const rest = askProvider(gateway, provider, question, signal);
    const askedAt = performance.now();
    try {
      const first = await rest.next();
      if (!first.done) return { provider, first: first.value, waitedMs: performance.now() - askedAt, rest };
      throw new ProviderError("its answer is empty");
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      // One that was cut short by the end of the request's time had less than it may take.
      if (!signal.aborted) gateway.health.failed(provider.id, model.id);
      failures.push(`provider ${provider.id}: ${error.message}`);
    }
  }
  if (failures.length === 0) signal.throwIfAborted();
  console.error("gateway: no provider answered:", failures.join("; "));
  throw unavailable(
    "No provider of this model answered. Nothing was charged. Try again in a moment; /status says who can be reached.",
    "provider_unavailable",
  );
}

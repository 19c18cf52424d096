import type { AskEndpoint } from "../endpoint/askEndpoint.ts";
import type { Provider } from "./providers.ts";

const PATIENCE_MS = 1_500;

/** Asks a provider whether it is there. @throws when it does not say so in time */
export async function askHealth(askEndpoint: AskEndpoint, { endpoint }: Pick<Provider, "endpoint">): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await askEndpoint(`${endpoint}/health`, { method: "GET", signal });
  response.destroy();
  if (response.statusCode !== 200) throw new Error(`${endpoint} answered ${response.statusCode}`);
}

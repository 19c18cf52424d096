import { type Context, nodeCommand } from "./context.ts";
import { until } from "./ready.ts";

/** The inference provider and the worker. Neither waits for the other. */
export async function startServices(context: Context): Promise<void> {
  const { ports, progress, processes } = context;
  processes.start("provider", nodeCommand(context, "services/provider/main.ts"));
  processes.start("worker", nodeCommand(context, "services/worker/main.ts"));
  // Any answer will do: it listens.
  await until("The provider", () => fetch(`http://127.0.0.1:${ports.provider}/`));
  progress.step("services", "provider and worker ready");
}

import { type Context, nodeCommand } from "./context.ts";
import { until } from "./ready.ts";

/**
 * Has the C library ask for large pages. An answer reads thousands of places all over an index or its passages, and finding the page of each takes about as
 * long as reading it. Other C libraries ignore it.
 */
const LARGE_PAGES = "glibc.malloc.hugetlb=1";

/** The inference provider and the worker. Neither waits for the other. */
export async function startServices(context: Context): Promise<void> {
  const { ports, progress, processes } = context;
  const GLIBC_TUNABLES = [context.env.GLIBC_TUNABLES, LARGE_PAGES].filter(Boolean).join(":");
  const withLargePages = { ...context, env: { ...context.env, GLIBC_TUNABLES } };
  processes.start("provider", nodeCommand(withLargePages, "services/provider/main.ts"));
  processes.start("worker", nodeCommand(withLargePages, "services/worker/main.ts"));
  // Any answer will do: it listens.
  await until("The provider", () => fetch(`http://127.0.0.1:${ports.provider}/`));
  progress.step("services", "provider and worker ready");
}

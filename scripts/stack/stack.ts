import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { buildApp, startApp } from "./app.ts";
import { startChain } from "./chain.ts";
import type { Context } from "./context.ts";
import { keepOffset } from "./dataOffset.ts";
import { ensureDeployment } from "./deployment.ts";
import { assertDiskSpace } from "./disk.ts";
import { stackEnvironment } from "./environment.ts";
import { startIndexer } from "./indexer.ts";
import { acquireLock, LOCK_FILE, type Lock } from "./lock.ts";
import { watchMemory } from "./memory.ts";
import type { Options } from "./options.ts";
import { assertPortsFree, otherOffset, portsAt } from "./ports.ts";
import { startPostgres } from "./postgres.ts";
import { Processes } from "./processes.ts";
import type { Progress } from "./progress.ts";
import { runSeed, type SeedSummary } from "./seeding.ts";
import { startServices } from "./services.ts";

export type Summary = SeedSummary & { ready_s: number; peak_rss_mb: number };

/** The whole product on one machine. Holds the directory's lock and the children from start to stop. */
export class Stack {
  readonly #lock: Lock;
  readonly #context: Context;

  private constructor(lock: Lock, context: Context) {
    this.#lock = lock;
    this.#context = context;
  }

  /**
   * Claims the data directory and checks that nothing is in the way; starts nothing yet.
   * @param onDeath is told when a child dies by itself: which, how, and its last lines.
   * @throws StackError when another stack, a taken port or a full disk is in the way.
   */
  static async prepare(root: string, options: Options, progress: Progress, onDeath: (message: string) => void) {
    const { data, fresh, portOffset } = options;
    const { lock, ended } = await acquireLock(data);
    try {
      if (ended.length) progress.step("stack", `ended what a killed stack left running: ${ended.join(", ")}`);
      assertDiskSpace(data);
      const ports = portsAt(portOffset);
      await assertPortsFree(ports, otherOffset(portOffset));
      if (fresh) removeAllBut(data, LOCK_FILE);
      keepOffset(data, portOffset);
      const processes = new Processes(path.join(data, "logs"), lock.remember, (name, how, lastLines) =>
        onDeath(`The ${name} ${how}, so everything stops. Its last lines:\n${lastLines}`),
      );
      const rpcUrl = `http://127.0.0.1:${ports.chain}`;
      const appUrl = `http://127.0.0.1:${ports.app}`;
      const env = stackEnvironment(data, ports);
      // Our own steps use the same libraries as the children.
      Object.assign(process.env, env);
      return new Stack(lock, { root, options, ports, rpcUrl, appUrl, env, progress, processes });
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  get url(): string {
    return this.#context.appUrl;
  }

  /**
   * Starts everything; answers when the app is ready and the seed is complete.
   * @throws StackError naming what did not become ready.
   */
  async start(): Promise<Summary> {
    const { options, progress, processes } = this.#context;
    const peakMemory = options.once ? watchMemory(() => processes.groups()) : undefined;
    const below = this.#startBelow();
    const built = options.dev ? undefined : buildApp(this.#context);
    await Promise.all([
      below.then((deployment) => this.#startBehind(deployment)),
      Promise.all([below, built]).then(() => startApp(this.#context)),
    ]);
    const seeded = await runSeed(this.#context);
    return { ready_s: Number(progress.seconds().toFixed(1)), ...seeded, peak_rss_mb: peakMemory?.() ?? 0 };
  }

  /** What everything stands on. The app's build, which takes long on a new clone, needs none of it. */
  async #startBelow(): Promise<Deployment> {
    const database = startPostgres(this.#context);
    const deployed = startChain(this.#context).then(() => ensureDeployment(this.#context));
    const [deployment] = await Promise.all([deployed, database]);
    return deployment;
  }

  async #startBehind(deployment: Deployment): Promise<void> {
    await startIndexer(this.#context, deployment);
    await startServices(this.#context);
  }

  /** Ends all children, the newest first, and gives the directory free. */
  async stop(): Promise<void> {
    const { progress, processes } = this.#context;
    progress.step("stack", "stopping");
    const killed = await processes.stop();
    this.#lock.release();
    progress.step("stack", killed.length ? `stopped (${killed.join(", ")} had to be killed)` : "stopped");
  }

  /** Ends all children at once, unsaved state or not. */
  kill(): void {
    this.#context.processes.kill();
    this.#lock.release();
  }
}

function removeAllBut(directory: string, kept: string): void {
  for (const entry of readdirSync(directory)) {
    if (entry !== kept) rmSync(path.join(directory, entry), { recursive: true, force: true });
  }
}

import { PgBoss } from "pg-boss";
import { serverEnv } from "../env/server.ts";

/** Attribute an answer. One job per receipt at most is queued or running. */
export const TRACE = "trace";

export interface TraceJob {
  /** Receipt id. */
  receipt: string;
}

/** Connections of the queue's own pool: it polls and writes, little more. */
const MAX_CONNECTIONS = 3;

/**
 * Opens the job queue in Postgres (schema `jobs`), creating what is missing; safe from several processes at once.
 * @param role a consumer also supervises: retries, expiry, clean-up.
 * @param onError is told of background errors, such as a database that is briefly away.
 */
export async function openQueue(role: "producer" | "consumer", onError: (error: Error) => void): Promise<PgBoss> {
  const queue = new PgBoss({
    connectionString: serverEnv().DATABASE_URL,
    application_name: `openledger jobs (${role})`,
    schema: "jobs",
    max: MAX_CONNECTIONS,
    supervise: role === "consumer",
    schedule: false,
  });
  queue.on("error", onError);
  await queue.start();
  await queue.createQueue(TRACE, {
    policy: "exclusive",
    retryLimit: 5,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: 60,
    deleteAfterSeconds: 3600,
  });
  return queue;
}

/** Queues a receipt for attribution; does nothing while a job for it is queued or running. */
export async function sendTrace(queue: PgBoss, receipt: string): Promise<void> {
  await queue.send(TRACE, { receipt } satisfies TraceJob, { singletonKey: receipt });
}

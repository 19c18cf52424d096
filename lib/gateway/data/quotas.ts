import { createQuota, type Quota } from "../http/createQuota.ts";

const MB = 1_000_000;

/** What anybody may send without paying: enough for a person, and for a script that fills a datanet. @param proxies before the app */
export function createQuotas(proxies = 0): Record<"blobs" | "preflight" | "votes" | "trainings", Quota> {
  return {
    blobs: createQuota({ what: "uploads", requests: 6_000, bytes: 256 * MB }, proxies),
    // Each megabyte takes a second of this machine.
    preflight: createQuota({ what: "checks", requests: 1_800, bytes: 256 * MB }, proxies),
    // Each asks the chain.
    votes: createQuota({ what: "signatures", requests: 1_200, bytes: 20 * MB }, proxies),
    // Each takes the worker some seconds, unless it was done before.
    trainings: createQuota({ what: "trainings", requests: 60, bytes: 10 * MB }, proxies),
  };
}

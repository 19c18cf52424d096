import { GatewayError } from "./GatewayError.ts";

export interface Limits {
  /** What is sent, in the plural, for the message. */
  what: string;
  /** In an hour, from one client. */
  requests: number;
  bytes: number;
}

export interface Quota {
  /** Counts a request, before its body is read. @throws GatewayError 429 with `retry-after` */
  countRequest(request: Request): void;
  /** Counts its body. @throws GatewayError 429 with `retry-after` */
  countBytes(request: Request, bytes: number): void;
}

const HOUR_MS = 3_600_000;
/** What all clients together may send, in shares of one: addresses are cheap. */
const CROWD = 4;
/** The one that was quiet for longest is forgotten first. */
const MOST_CLIENTS = 10_000;

/** A vessel that an hour empties: `level`, in units times milliseconds so that it stays a whole number, at `at` (ms). */
interface Vessel {
  level: number;
  at: number;
}

/**
 * Bounds what one client, and all together, send to a route in an hour; what was sent long ago counts less. Held in this process: with
 * several, each allows as much.
 * @param proxies that stand before the app, each of which notes at the end of `x-forwarded-for` who asked it
 */
export function createQuota({ what, requests, bytes }: Limits, proxies: number, now: () => number = Date.now): Quota {
  const crowd = { requests: { level: 0, at: 0 }, bytes: { level: 0, at: 0 } };
  const clients = new Map<string, typeof crowd>();

  function vesselsOf(client: string) {
    const known = clients.get(client) ?? { requests: { level: 0, at: 0 }, bytes: { level: 0, at: 0 } };
    clients.delete(client);
    clients.set(client, known);
    if (clients.size > MOST_CLIENTS) clients.delete(clients.keys().next().value!);
    return known;
  }

  function pour(request: Request, kind: "requests" | "bytes", amount: number, capacity: number) {
    const own = vesselsOf(clientOf(request, proxies))[kind];
    const wait = Math.max(waitFor(own, amount, capacity), waitFor(crowd[kind], amount, capacity * CROWD));
    if (wait > 0) throw tooMany(Math.ceil(wait / 1000));
    own.level += amount * HOUR_MS;
    crowd[kind].level += amount * HOUR_MS;
  }

  /** Lets out what time has, and tells how long (ms) until the amount fits. */
  function waitFor(vessel: Vessel, amount: number, capacity: number): number {
    vessel.level = Math.max(0, vessel.level - (now() - vessel.at) * capacity);
    vessel.at = now();
    return (vessel.level + (amount - capacity) * HOUR_MS) / capacity;
  }

  function tooMany(seconds: number): GatewayError {
    const most = `${requests.toLocaleString("en-GB")} ${what} and ${Math.floor(bytes / 1_000_000)} MB an hour are taken from one client`;
    return new GatewayError(429, `Too much at once: ${most}. Wait ${seconds} seconds and try again.`, {
      ...{ type: "rate_limit_error", code: "rate_limit_exceeded", headers: { "retry-after": String(seconds) } },
    });
  }

  return {
    countRequest: (request) => pour(request, "requests", 1, requests),
    countBytes: (request, size) => pour(request, "bytes", size, bytes),
  };
}

/**
 * The address that the outermost of our proxies saw the request come from: what stands before it in the header is what the client says of itself.
 * Without proxies the header is the client's own, and who connects is this machine: the app listens on 127.0.0.1.
 */
function clientOf(request: Request, proxies: number): string {
  if (proxies === 0) return "";
  const seen = request.headers.get("x-forwarded-for")?.split(",") ?? [];
  return (seen.at(-proxies) ?? seen[0] ?? "").trim();
}

import dns from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { LOCAL_CHAIN_ID } from "../../chain/deployment.ts";
import { isPublicAddress } from "./isPublicAddress.ts";

/** An address that may not be asked: it is inside somebody's network, perhaps ours. */
class ForbiddenAddressError extends Error {
  override name = "ForbiddenAddressError";

  constructor(host: string) {
    super(`its endpoint ${host} is not on the public internet`);
  }
}

export interface EndpointRequest {
  method: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** Tells whether an address may be asked for a name; for tests. */
type Lookup = (host: string, options: dns.LookupAllOptions, done: LookupAllCallback) => void;
type LookupAllCallback = (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void;

/**
 * Sends a request to an endpoint that anybody may have registered, and resolves to its response, whatever the status; a redirect is not
 * followed. On any chain but the local one it must be an address of the public internet. That is checked where the connection is made, on
 * the very addresses it is made to: a name that resolves to something else a moment later gains nothing.
 * @throws ForbiddenAddressError, or what the network says
 */
export type AskEndpoint = (url: string, request: EndpointRequest) => Promise<IncomingMessage>;

/** @param chainId 31337, the local chain: providers are on this machine, so any address may be asked. */
export function createAskEndpoint(chainId: number, resolve: Lookup = dns.lookup): AskEndpoint {
  const anywhere = chainId === LOCAL_CHAIN_ID;
  const lookup = anywhere ? undefined : publicOnly(resolve);
  // Connections of our own: one that something else made and left open was not checked.
  const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };

  return (address, { method, headers, body, signal }) =>
    new Promise((done, fail) => {
      const url = new URL(address);
      const host = url.hostname.replace(/^\[|\]$/g, "");
      // An address is not looked up, so it is checked here.
      if (!anywhere && isIP(host) !== 0 && !isPublicAddress(host)) throw new ForbiddenAddressError(host);
      const { request } = url.protocol === "https:" ? https : http;
      const agent = agents[url.protocol as keyof typeof agents];
      request(url, { method, headers, agent, lookup, signal }, done).on("error", fail).end(body);
    });
}

/** Resolves a name, and refuses it when any of its addresses is not public: which one is taken is the network's choice. */
function publicOnly(resolve: Lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const allowed = !error && addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
      if (!allowed) return done(error ?? new ForbiddenAddressError(host), []);
      if (options.all) return done(null, addresses);
      done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

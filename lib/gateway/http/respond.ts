import { BaseError, HttpRequestError, SocketClosedError, TimeoutError, WebSocketRequestError } from "viem";
import { isDatabaseAway } from "../../db/isDatabaseAway.ts";
import { GatewayError, unavailable } from "./GatewayError.ts";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "x-openledger-receipt",
};

/** JSON that any site may read; bigint becomes a decimal string. */
export function json(body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  const text = JSON.stringify(body, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  return new Response(text, {
    status: init.status ?? 200,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...CORS, ...init.headers },
  });
}

/** Bytes or a stream that any site may read. */
export function raw(body: BodyInit, headers: Record<string, string>): Response {
  return new Response(body, { headers: { ...CORS, ...headers } });
}

/** Runs a handler and turns what it throws into an answer. Only what is our fault becomes a 500, and it is logged. */
export async function respond(handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler();
  } catch (error) {
    return errorResponse(error);
  }
}

function errorResponse(error: unknown): Response {
  const known = error instanceof GatewayError ? error : internal(error);
  return json(known.body(), { status: known.status, headers: known.details.headers });
}

function internal(error: unknown): GatewayError {
  console.error("gateway:", error);
  if (isChainAway(error)) return unavailable("The chain does not answer. Try again.", "chain_unavailable");
  if (isDatabaseAway(error)) return unavailable("The database does not answer. Try again.", "database_unavailable");
  return new GatewayError(500, "Something failed on our side; it was logged. Try again.", {
    type: "api_error",
    code: "internal_error",
  });
}

/** Whether a read of the chain got no answer; a contract that refuses is another matter. */
function isChainAway(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  const away = [HttpRequestError, SocketClosedError, TimeoutError, WebSocketRequestError];
  return Boolean(error.walk((cause) => away.some((kind) => cause instanceof kind)));
}

/** Answers a browser's preflight: any site may call the API, since a key or a signature is what authorises. */
export function options(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      "access-control-allow-methods": "GET, POST, DELETE, OPTIONS",
      "access-control-allow-headers": "*, authorization",
      "access-control-max-age": "86400",
    },
  });
}

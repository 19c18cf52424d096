import { GatewayError } from "./GatewayError.ts";
import { respond } from "./respond.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type Handler = (request: Request) => Promise<Response>;

/** Handlers for every method that a route does not have: the framework's own 405 has no body, and programs read JSON. */
export function refusing<M extends Method>(...has: M[]): Record<Exclude<Method, M>, Handler> {
  const allow = [...has, "OPTIONS"].join(", ");
  const refuse: Handler = async (request) => {
    const { pathname } = new URL(request.url);
    const message = `${pathname} has no ${request.method}. Use ${has.join(" or ")}.`;
    return respond(async () => {
      throw new GatewayError(405, message, { code: "method_not_allowed", headers: { allow } });
    });
  };
  return Object.fromEntries(METHODS.map((method) => [method, refuse])) as Record<Method, Handler>;
}

export type ErrorType =
  | "invalid_request_error"
  | "authentication_error"
  | "insufficient_credit"
  | "not_found_error"
  | "rate_limit_error"
  | "api_error";

interface Details {
  type?: ErrorType;
  /** Stable, for programs. */
  code: string;
  /** The field that is wrong. */
  param?: string;
  headers?: Record<string, string>;
  /** Facts a program needs to act on the error. */
  openledger?: Record<string, unknown>;
}

/** What a caller is told, in OpenAI's form. The message names what happened, why, and what to do. */
export class GatewayError extends Error {
  override name = "GatewayError";
  readonly status: number;
  readonly details: Details;

  constructor(status: number, message: string, details: Details) {
    super(message);
    this.status = status;
    this.details = details;
  }

  body() {
    const { type = "invalid_request_error", code, param = null, openledger } = this.details;
    return { error: { message: this.message, type, code, param, ...(openledger && { openledger }) } };
  }
}

export const badRequest = (param: string, message: string, code = "invalid_value") =>
  new GatewayError(400, `${param}: ${message}`, { code, param });

export const notFound = (param: string, message: string, code = "not_found") =>
  new GatewayError(404, message, { type: "not_found_error", code, param });

/** Something of ours is away, not the caller's fault: never charged, worth a retry. */
export const unavailable = (message: string, code: string) =>
  new GatewayError(503, message, { type: "api_error", code, headers: { "retry-after": "2" } });

import type { z } from "zod";
import { badRequest, GatewayError } from "./GatewayError.ts";

/**
 * Reads a request's body without ever holding more than `limit` bytes.
 * @throws GatewayError 413
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new GatewayError(413, `The body is larger than ${limit} bytes. Send less.`, { code: "request_too_large" });
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @throws GatewayError 400 when bytes are not UTF-8 or hold U+0000, which a text column cannot keep. */
export function toText(bytes: Uint8Array, param: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badRequest(param, "is not UTF-8 text. Save it as UTF-8 and send it again.");
  }
  if (text.includes("\0")) throw badRequest(param, "contains the character U+0000. Remove it.");
  return text;
}

/**
 * Reads a JSON body by its schema.
 * @throws GatewayError 400 naming the first field that is wrong, or 413.
 */
export async function readJson<T>(request: Request, schema: z.ZodType<T>, limit: number): Promise<T> {
  return parseJson(await readBytes(request, limit), schema);
}

/** For who counts the bytes between. @throws GatewayError 400 as `readJson` does. */
export function parseJson<T>(bytes: Uint8Array, schema: z.ZodType<T>): T {
  const text = toText(bytes, "body");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badRequest("body", `is not JSON: ${(error as Error).message}.`, "invalid_json");
  }
  return parse(schema, value, "body");
}

/** @throws GatewayError 400 naming the first field that is wrong. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw badRequest(pathOf(issue.path) || root, `${issue.message}.`);
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part, at) => (typeof part === "number" ? `[${part}]` : `${at ? "." : ""}${String(part)}`)).join("");
}

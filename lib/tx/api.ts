import { ApiError } from "../errors/ApiError.ts";

type ErrorBody = { error?: { message?: string; code?: string | null } };

/**
 * Asks our own API for JSON.
 * @throws ApiError with the API's own sentence, or status 0 when nothing answered.
 */
export async function askApi<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    throw new ApiError(0, null, cause instanceof Error ? cause.message : String(cause));
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const error = (body as ErrorBody | null)?.error;
    throw new ApiError(
      response.status,
      error?.code ?? null,
      error?.message ?? `The server answered ${response.status}.`,
    );
  }
  return body as T;
}

export const postJson = <T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> =>
  askApi<T>(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body, (_, value) => (typeof value === "bigint" ? value.toString() : value)),
  });

import { publishedAccuracies } from "@/lib/attribution/published/index.ts";
import { refusing } from "@/lib/gateway/http/refusing.ts";
import { json, options, respond } from "@/lib/gateway/http/respond.ts";

/** What was measured of each method version, newest first: all figures of the accuracy page. */
export function GET(): Promise<Response> {
  return respond(async () => json(publishedAccuracies));
}

export const OPTIONS = options;
export const { DELETE, PATCH, POST, PUT } = refusing("GET");

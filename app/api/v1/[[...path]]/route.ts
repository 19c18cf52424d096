import { notFound } from "@/lib/gateway/http/GatewayError.ts";
import { options, respond } from "@/lib/gateway/http/respond.ts";

/** Programs read JSON: what the API does not have is said in its own form, not with a page. */
async function nothing(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const has =
    "chat/completions, models, receipts/{id}, keys, accounts/{address}, rewards/{address}, accuracy and status";
  return respond(async () => {
    throw notFound(
      "path",
      `There is no ${request.method} ${pathname}. Under /api/v1 there are ${has}.`,
      "unknown_path",
    );
  });
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT, options as OPTIONS };

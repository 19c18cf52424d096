import { type NextRequest, NextResponse } from "next/server";
import { isMissing } from "./isMissing.ts";

const message = "The address holds a % that begins no valid percent-encoding. Write %25 for the sign itself.";

/** A path that no route has: what is rewritten to it is answered with app/not-found.tsx and 404. */
const NOWHERE = "/not-found";

/**
 * Refuses paths that cannot be decoded, which Next itself answers with 500, and to pages what is neither a read nor a server action. A page
 * about something that does not exist says so with 404: once it renders it is too late, since its static shell is sent first, with 200.
 * Undefined: let it pass.
 */
export async function guardPage(request: NextRequest): Promise<NextResponse | undefined> {
  const { pathname } = request.nextUrl;
  const isAction = request.method === "POST" && request.headers.has("next-action");
  if (!pathname.startsWith("/api/") && !["GET", "HEAD"].includes(request.method) && !isAction) {
    return new NextResponse("A page is read with GET.", { status: 405, headers: { allow: "GET, HEAD" } });
  }
  try {
    decodeURIComponent(pathname);
  } catch {
    if (!pathname.startsWith("/api/")) return new NextResponse(message, { status: 400 });
    const error = { message, type: "invalid_request_error", code: "bad_path", param: null };
    return NextResponse.json({ error }, { status: 400 });
  }
  if (isAction || !(await isMissing(pathname))) return;
  const nowhere = new URL(NOWHERE, request.url);
  nowhere.protocol = "http:"; // what this server speaks itself; behind a TLS proxy the request's address says https
  return NextResponse.rewrite(nowhere);
}

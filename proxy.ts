import { type NextRequest, NextResponse } from "next/server";

const message = "The address holds a % that begins no valid percent-encoding. Write %25 for the sign itself.";

/** Refuses paths that cannot be decoded, which Next itself answers with 500, and to pages what is neither a read nor a server action. */
export function proxy(request: NextRequest) {
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
}

// The API only where its path may be at fault: its routes know their own methods, and a body that passes here is held in memory.
export const config = { matcher: ["/(.*%.*)", "/((?!api/|_next/).*)"] };

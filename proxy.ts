import { type NextRequest, NextResponse } from "next/server";

const message = "The address holds a % that begins no valid percent-encoding. Write %25 for the sign itself.";

/** Refuses paths that cannot be decoded; Next itself answers them with 500. */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  try {
    decodeURIComponent(pathname);
  } catch {
    if (!pathname.startsWith("/api/")) return new NextResponse(message, { status: 400 });
    const error = { message, type: "invalid_request_error", code: "bad_path", param: null };
    return NextResponse.json({ error }, { status: 400 });
  }
}

export const config = { matcher: "/(.*%.*)" };

import type { NextRequest } from "next/server";
import { guardPage } from "@/lib/site/guardPage.ts";

/** Before every page, and before an API route whose path may be at fault. */
export async function proxy(request: NextRequest) {
  return guardPage(request);
}

// The API only where its path may be at fault: its routes know their own methods, and a body that passes here is held in memory.
export const config = { matcher: ["/(.*%.*)", "/((?!api/|_next/).*)"] };

"use client";

import "./globals.css";
import { inter, newsreader } from "./fonts.ts";

/** When even the layout fails: nothing of it can be used here. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en" className={`${inter.variable} ${newsreader.variable}`}>
      <body>
        <main role="alert" className="mx-auto max-w-prose px-4 py-16">
          <h1>OpenLedger could not be shown</h1>
          <p className="my-4 text-ink-2">
            Something the whole page needs failed; nothing was changed. Try again in a moment.
          </p>
          <button
            type="button"
            onClick={reset}
            className="rounded-control bg-accent px-3.5 py-1.5 font-[550] text-accent-ink"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}

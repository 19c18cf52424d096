"use client";

import { type ThemeChoice, useTheme } from "./useTheme.ts";

const next: Record<ThemeChoice, ThemeChoice> = { system: "light", light: "dark", dark: "system" };
const paths: Record<ThemeChoice, string> = {
  system: "M3 4h14v9H3zM7 17h6M10 13v4",
  light:
    "M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4",
  dark: "M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z",
};

/** Steps through system, light and dark. */
export function ThemeToggle() {
  const { choice, choose } = useTheme();
  return (
    <button
      type="button"
      onClick={() => choose(next[choice])}
      aria-label={`Theme: ${choice}. Change to ${next[choice]}`}
      title={`Theme: ${choice}`}
      className="grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        className="size-[18px]"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={paths[choice]} />
      </svg>
    </button>
  );
}

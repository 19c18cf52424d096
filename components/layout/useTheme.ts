"use client";

import { useSyncExternalStore } from "react";
import { THEME_KEY } from "./themeScript.ts";

export type ThemeChoice = "light" | "dark" | "system";

const listeners = new Set<() => void>();
const dark = () => window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void) {
  listeners.add(listener);
  const media = dark();
  media.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    media.removeEventListener("change", listener);
  };
}

const readChoice = (): ThemeChoice => (document.documentElement.dataset.theme as ThemeChoice | undefined) ?? "system";
const readShown = (): "light" | "dark" => {
  const choice = readChoice();
  return choice === "system" ? (dark().matches ? "dark" : "light") : choice;
};

function choose(choice: ThemeChoice) {
  if (choice === "system") {
    localStorage.removeItem(THEME_KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(THEME_KEY, choice);
    document.documentElement.dataset.theme = choice;
  }
  for (const listener of listeners) listener();
}

/** The theme a person chose, and the one that is shown. */
export function useTheme() {
  const choice = useSyncExternalStore(subscribe, readChoice, (): ThemeChoice => "system");
  const shown = useSyncExternalStore(subscribe, readShown, () => "light" as const);
  return { choice, shown, choose };
}

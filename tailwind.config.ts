import type { Config } from "tailwindcss";

// Names only: the values are the CSS variables of app/globals.css, so that both themes share one set of classes.
const colours = [
  ["paper", "surface", "sunken", "line", "line-strong", "ink", "ink-2", "ink-3"],
  ["accent", "accent-ink", "accent-soft", "fee", "fee-soft", "emission", "emission-soft"],
  ["good", "warn", "bad", "bad-soft", "warn-soft", "good-soft", "s1", "s2", "s3", "s4", "s5"],
].flat();

export default {
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  theme: {
    extend: {
      colors: Object.fromEntries(colours.map((name) => [name, `var(--${name})`])),
      fontFamily: {
        sans: ["var(--font-inter)", "system-ui", "sans-serif"],
        serif: ["var(--font-newsreader)", "Georgia", "serif"],
        mono: ["var(--font-jetbrains)", "ui-monospace", "monospace"],
      },
      boxShadow: { paper: "var(--shadow)" },
      borderRadius: { control: "8px", card: "12px" },
      maxWidth: { page: "1180px", prose: "620px" },
    },
  },
} satisfies Config;

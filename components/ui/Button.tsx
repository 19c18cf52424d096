import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Spinner } from "./Spinner.tsx";

type Look = {
  /** One `primary` a screen; `ghost` for the rest; `plain` inside rows; `danger` for what cannot be undone. */
  variant?: "primary" | "ghost" | "plain" | "danger";
  size?: "normal" | "small";
};

function look({ variant = "ghost", size = "normal" }: Look): string {
  return classes(
    "inline-flex whitespace-nowrap items-center justify-center gap-2 rounded-control font-[550] text-[14px] transition-colors select-none",
    "disabled:opacity-55 aria-disabled:opacity-55",
    size === "normal" ? "min-h-9 px-3.5 py-1.5" : "min-h-7 px-2.5 py-0.5 text-[13px]",
    variant === "primary" && "bg-accent text-accent-ink hover:bg-[color-mix(in_srgb,var(--accent)_88%,var(--ink))]",
    variant === "ghost" && "border border-line-strong bg-transparent text-ink hover:bg-sunken",
    variant === "plain" && "text-accent hover:bg-accent-soft",
    variant === "danger" && "border border-bad text-bad hover:bg-bad-soft",
  );
}

/** A button. `busy` keeps its width and focus, says so to assistive technology and ignores clicks. */
export function Button({
  variant,
  size,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look & { busy?: boolean }) {
  return (
    <button
      type={type}
      className={classes(look({ variant, size }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it navigates, so it is a link. */
export function LinkButton({
  href,
  variant,
  size,
  className,
  children,
  ...rest
}: Look & { href: Route; className?: string; children: ReactNode } & Omit<ComponentProps<"a">, "href" | "ref">) {
  return (
    <Link href={href} className={classes(look({ variant, size }), className)} {...rest}>
      {children}
    </Link>
  );
}

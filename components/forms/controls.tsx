import type { ComponentProps } from "react";
import { classes } from "../ui/classes.ts";

const box =
  "w-full rounded-control border border-[var(--field)] bg-surface px-3 py-2 text-[15px] text-ink placeholder:text-ink-3 aria-invalid:border-bad disabled:opacity-60";

export const Input = ({ className, ...rest }: ComponentProps<"input">) => (
  <input className={classes(box, className)} {...rest} />
);

export const Textarea = ({ className, ...rest }: ComponentProps<"textarea">) => (
  <textarea className={classes(box, "leading-relaxed", className)} {...rest} />
);

export const Select = ({ className, ...rest }: ComponentProps<"select">) => (
  <select className={classes(box, className)} {...rest} />
);

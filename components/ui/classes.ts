/** Joins class names, dropping what is absent. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");

/** Pattern of `like` and `ilike` for texts that contain this one: its own `%`, `_` and `\` stand for themselves. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

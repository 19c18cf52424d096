/** The first `most` UTF-16 units of a text, and "…" where there was more; never half of a character that takes two of them. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${head(text, most)}…`);

/** The same without the mark. */
export function head(text: string, most: number): string {
  const splits = /[\ud800-\udbff]/.test(text[most - 1] ?? "") && /[\udc00-\udfff]/.test(text[most] ?? "");
  return text.slice(0, splits ? most - 1 : most);
}

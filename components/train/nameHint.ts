import { slugOf } from "../../lib/gateway/chat/slugOf.ts";

/** The model that each calling name leads to, by its registry id. */
export type HeldNames = Record<string, string>;

const NUMBERED = "ol-<its number>";

/** What callers will name a new model by, or that its name is another's already: it may bear it, but is not called by it. */
export function nameHint(name: string, held: HeldNames): { hint: string } | { warning: string } {
  if (name.trim() === "")
    return { hint: "Callers may use it in small letters with hyphens, unless a model before had it." };
  const slug = slugOf(name);
  if (Object.hasOwn(held, slug)) {
    return {
      warning: `“${slug}” is taken by model ${held[slug]}: callers of this one will have to use ${NUMBERED}, and lists show its number beside its name.`,
    };
  }
  if (slug === "" || /^ol-\d+$/.test(slug)) return { hint: `Callers will have to use ${NUMBERED}.` };
  return { hint: `Callers may use “${slug}”.` };
}

import { z } from "zod";
import { formatCount } from "../format/number.ts";

export type RawParams = Record<string, string | string[] | undefined>;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Without U+0000, which no text in the database holds and no query takes. */
const firstText = (value: unknown) => {
  const one = first(value);
  return typeof one === "string" ? one.replaceAll("\0", "") : one;
};

/** A search text: trimmed, bounded; empty when absent. */
export const textParam = z.preprocess(firstText, z.string().trim().max(200).catch(""));

/** A page number from 1; nonsense is page 1. */
export const pageParam = z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1));

/** One of a closed list; nonsense and absence are `undefined`. */
export const choiceParam = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(first, z.enum(values).optional().catch(undefined));

/** A registry or ledger id; nonsense and absence are `undefined`. */
export const idParam = z.preprocess(
  first,
  z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
);

/** The governor's number of a proposal: up to 256 bits; nonsense and absence are `undefined`. */
export const proposalParam = z.preprocess(
  first,
  z
    .string()
    .regex(/^\d{1,77}$|^1[01]\d{76}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
);

/** A 20-byte address in lower case; nonsense and absence are `undefined`. */
export const addressParam = z.preprocess(
  first,
  z
    .string()
    .trim()
    .regex(/^0x[0-9a-fA-F]{40}$/)
    .transform((text) => text.toLowerCase())
    .optional()
    .catch(undefined),
);

/** Where a page of `size` rows stands among `total`; for Pager. */
export function pageOf(page: number, size: number, total: number) {
  const from = (page - 1) * size;
  return {
    previous: page > 1 ? page - 1 : null,
    next: from + size < total ? page + 1 : null,
    position:
      from >= total
        ? `none of ${formatCount(total)}`
        : `${formatCount(from + 1)} to ${formatCount(Math.min(from + size, total))} of ${formatCount(total)}`,
  };
}

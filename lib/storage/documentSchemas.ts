import { z } from "zod";
import { parseCid } from "./parseCid.ts";

// The JSON documents behind the URIs of the chain. Unknown fields are dropped.

const STORABLE = "must be well-formed Unicode without U+0000";
/** What the database's jsonb and text take: documents come from anybody. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
const prose = (most: number) => z.string().max(most).refine(isStorable, STORABLE);
const line = (most: number) => z.string().trim().min(1).max(most).refine(isStorable, STORABLE);
const contact = line(200);
/** An SPDX identifier or expression. */
const licence = line(100).regex(/^[A-Za-z0-9.+\-() ]+$/, "must be an SPDX licence identifier, such as CC-BY-4.0");
const wei = z.string().regex(/^(0|[1-9]\d{0,30})$/, "must be wei as a decimal string");
const cid = z.string().refine(isCid, "must be a CIDv1 of raw bytes with sha-256");
const card = { name: line(100), summary: line(300), description: prose(20_000) };

const DATA_TYPES = ["text", "markdown", "jsonl", "csv"] as const;
const MODEL_METHODS = ["datanet-extractive", "openai"] as const;

export const datanetDocument = z.object({
  type: z.literal("datanet"),
  ...card,
  tags: z.array(line(40)).max(20),
  dataType: z.enum(DATA_TYPES),
  licence,
  contact,
});

export const modelDocument = z
  .object({
    type: z.literal("model"),
    ...card,
    method: z.enum(MODEL_METHODS),
    upstream: z.object({ model: line(200) }).optional(),
    price: z.object({ perThousandTokens: wei }),
    licence,
    contact,
  })
  .refine((document) => document.method !== "openai" || document.upstream, {
    path: ["upstream"],
    message: "is required when method is openai: name the upstream's model",
  });

export const providerDocument = z.object({
  type: z.literal("provider"),
  name: line(100),
  endpoint: z.url({ protocol: /^https?$/ }).refine(isStorable, STORABLE),
  region: line(100),
  country: line(100),
  contact,
});

const role = <T extends string>(type: T) => z.object({ type: z.literal(type), name: line(100), contact });
export const gatewayDocument = role("gateway");
export const validatorDocument = role("validator");
export const attributorDocument = role("attributor");

export const contributionDocument = z.object({
  type: z.literal("contribution"),
  title: line(200),
  mediaType: line(100),
  /** Of the raw text. */
  content: cid,
  source: prose(2_000).optional(),
});

/** Every document, by its `type`. */
export const documentSchemas = {
  datanet: datanetDocument,
  model: modelDocument,
  provider: providerDocument,
  gateway: gatewayDocument,
  validator: validatorDocument,
  attributor: attributorDocument,
  contribution: contributionDocument,
};

export type DatanetDocument = z.infer<typeof datanetDocument>;
export type ModelDocument = z.infer<typeof modelDocument>;
export type ProviderDocument = z.infer<typeof providerDocument>;
export type GatewayDocument = z.infer<typeof gatewayDocument>;
export type ValidatorDocument = z.infer<typeof validatorDocument>;
export type AttributorDocument = z.infer<typeof attributorDocument>;
export type ContributionDocument = z.infer<typeof contributionDocument>;
export type OpenDocument = z.infer<(typeof documentSchemas)[keyof typeof documentSchemas]>;

function isCid(text: string): boolean {
  try {
    parseCid(text);
    return true;
  } catch {
    return false;
  }
}

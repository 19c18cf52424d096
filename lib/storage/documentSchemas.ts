import { z } from "zod";
import { LEAST_DIMENSIONS, MOST_DIMENSIONS, MOST_LABELS, MOST_PATTERNS } from "../influence/classifier/bounds.ts";
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
const MODEL_METHODS = ["datanet-extractive", "datanet-classifier", "openai"] as const;
const count = z.int().min(0);
const hash = z.custom<`0x${string}`>(
  (value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value),
  "must be 32 bytes in lower-case hex",
);

export const datanetDocument = z.object({
  type: z.literal("datanet"),
  ...card,
  tags: z.array(line(40)).max(20),
  dataType: z.enum(DATA_TYPES),
  licence,
  contact,
});

/** Patterns of titles, `*` standing for anything: what each label's contributions are called. */
const labelRules = z
  .record(line(60), z.array(line(120)).min(1))
  .refine(
    (rules) => Object.keys(rules).length >= 2 && Object.keys(rules).length <= MOST_LABELS,
    `must name 2 to ${MOST_LABELS} labels`,
  )
  .refine(
    (rules) => Object.values(rules).flat().length <= MOST_PATTERNS,
    `must have ${MOST_PATTERNS} patterns at most over all labels: let * stand for what they share`,
  );
export const trainingSpec = z.object({
  labels: labelRules,
  dimensions: z.int().min(LEAST_DIMENSIONS).max(MOST_DIMENSIONS),
  penalty: z.number().positive().max(1_000),
});

/** How a classifier was trained: with its ledger, enough to get the same bytes again. */
const classifier = trainingSpec.extend({
  weights: z.object({ cid, keccak: hash, bytes: count }),
  /** Of the ledger it was trained on, which is that of the version with this document. */
  ledgerRoot: hash,
  /** Leave-one-out: row by row the true label, column by column what is said without that text. */
  evaluation: z
    .object({ labels: z.array(line(60)).min(2).max(MOST_LABELS), confusion: z.array(z.array(count)) })
    .refine(
      ({ labels, confusion }) =>
        confusion.length === labels.length && confusion.every((row) => row.length === labels.length),
      "must count every label against every label",
    ),
});

export const modelDocument = z
  .object({
    type: z.literal("model"),
    ...card,
    method: z.enum(MODEL_METHODS),
    upstream: z.object({ model: line(200) }).optional(),
    classifier: classifier.optional(),
    price: z.object({ perThousandTokens: wei }),
    licence,
    contact,
  })
  .refine((document) => document.method !== "openai" || document.upstream, {
    path: ["upstream"],
    message: "is required when method is openai: name the upstream's model",
  })
  .refine((document) => document.method !== "datanet-classifier" || document.classifier, {
    path: ["classifier"],
    message: "is required when method is datanet-classifier: how it was trained, and its weights",
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
export type TrainingSpec = z.infer<typeof trainingSpec>;
export type ClassifierPart = z.infer<typeof classifier>;
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

import type { Split } from "../../lib/ledger/splitFee.ts";

/** A model that is being made, as its form has it. */
export type ModelDraft = {
  method: "datanet-classifier" | "datanet-extractive" | "openai";
  /** Registry ids. */
  datanets: string[];
  name: string;
  summary: string;
  description: string;
  licence: string;
  contact: string;
  /** Wei per 1,000 tokens, decimal; null while it is no amount. */
  price: string | null;
  split: Split;
  /** Label rules as written: see `parseRules`. */
  rules: string;
  /** Name of the upstream's model. */
  upstream: string;
  /** The training under way or done; null before the first. */
  training: string | null;
};

export const emptyDraft: ModelDraft = {
  ...{ method: "datanet-classifier", datanets: [], name: "", summary: "", description: "", licence: "CC-BY-4.0" },
  ...{ contact: "", price: "1000000000000000000", rules: "", upstream: "", training: null },
  split: { provider: 1500, owner: 2000, contributors: 5000, stakers: 1000 },
};

/** The least the protocol takes of a fee, bps: governed; the chain refuses a split that leaves less. */
export const LEAST_PROTOCOL_BPS = 500;

export const protocolBps = ({ provider, owner, contributors, stakers }: Split): number =>
  10_000 - provider - owner - contributors - stakers;

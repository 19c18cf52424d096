import path from "node:path";
import { type Hex, isHex } from "viem";
import { z } from "zod";

// The only reader of process.env on the server side. Defaults are those of the embedded stack (scripts/start.ts sets them all).

const url = z.url();
const key = z
  .string()
  .refine((value) => isHex(value) && value.length === 66, "must be 0x and 64 hex digits")
  .transform((value) => value as Hex);

const schema = z.object({
  /** Postgres, with the right to create schemas. */
  DATABASE_URL: url.default("postgres://openledger:openledger@127.0.0.1:54329/openledger"),
  /** The chain, for server processes; it must serve logs from the deployment's block to its head in one range. */
  RPC_URL: url.default("http://127.0.0.1:8545"),
  /** What browsers use. Needed on every chain but a local one: RPC_URL may hold a secret. */
  PUBLIC_RPC_URL: url.optional(),
  /** The indexer's HTTP side, asked how far it is. */
  INDEXER_URL: url.default("http://127.0.0.1:42069"),
  /** Where the site is reached: what API answers link to. */
  APP_URL: url.default("http://127.0.0.1:3000"),
  /** How many proxies stand before the app, each adding who asked it to `x-forwarded-for`: quotas count by the address that the outermost saw. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `file:` URL or path of the content-addressed store. */
  STORAGE_URL: z.string().default("file:.data/store"),
  /** Where the worker keeps its indices; they can be built again from the store. */
  INDEX_DIRECTORY: z.string().default(".data/index"),
  /** Chain id, start block, contract addresses and gateway, as the deploy script writes them. */
  DEPLOYMENT_FILE: z.string().default(".data/deployment.json"),
  /** Any OpenAI-compatible upstream for models that name one instead of the embedded extractive model. */
  OPENAI_BASE_URL: url.optional(),
  OPENAI_API_KEY: z.string().optional(),
  /** Where the reference provider listens on 127.0.0.1. */
  PROVIDER_PORT: z.coerce.number().int().default(4010),
  /** Signs receipts and draws vouchers; each process needs only its own key (see requireKey). */
  GATEWAY_KEY: key.optional(),
  /** Posts epoch roots. */
  ATTRIBUTOR_KEY: key.optional(),
  /** Countersigns what the provider served. */
  PROVIDER_KEY: key.optional(),
  /** Comma-separated: validators this worker reviews for. */
  VALIDATOR_KEYS: z.string().default(""),
  /** Comma-separated: owners of datanets and models this worker publishes new versions for. */
  RELEASE_KEYS: z.string().default(""),
  /** Pays out test tokens and gas on a local chain only. */
  FAUCET_KEY: key.optional(),
});

export type ServerEnv = z.infer<typeof schema>;

/**
 * Parses an environment.
 * @throws Error that names each bad variable and why.
 */
function parseServerEnv(source: Record<string, string | undefined>): ServerEnv {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Bad environment: ${problems.join("; ")}`);
}

/** What holds where nothing is set: the embedded stack's, started without options. */
export const usualServerEnv = (): ServerEnv => parseServerEnv({});

let cached: ServerEnv | undefined;

export function serverEnv(): ServerEnv {
  cached ??= parseServerEnv(process.env);
  return cached;
}

/** @throws Error naming the variable when this process needs a key that was not given. */
export function requireKey(name: "GATEWAY_KEY" | "ATTRIBUTOR_KEY" | "PROVIDER_KEY" | "FAUCET_KEY"): Hex {
  const value = serverEnv()[name];
  if (!value) throw new Error(`${name} is not set: this process signs with it. Set it to 0x and 64 hex digits.`);
  return value;
}

export function indexDirectory(): string {
  return path.resolve(serverEnv().INDEX_DIRECTORY);
}

export function storageDirectory(): string {
  return path.resolve(serverEnv().STORAGE_URL.replace(/^file:/, ""));
}

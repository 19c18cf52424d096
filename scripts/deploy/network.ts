import { readFileSync } from "node:fs";
import { type Address, type Hex, isAddress, isHex } from "viem";
import { z } from "zod";
import { LOCAL_CHAIN_ID } from "../../lib/chain/deployment.ts";
import { StackError } from "../stack/error.ts";

const address = z
  .string()
  .refine((value) => isAddress(value, { strict: true }), "must be an address with a right checksum")
  .transform((value) => value as Address);
const hash = z
  .string()
  .refine((value) => isHex(value) && value.length === 66, "must be 32 bytes in hex")
  .transform((value) => value as Hex);
/** Wei: JSON numbers are too small. */
const wei = z.string().regex(/^\d+$/, "must be whole wei in a string").transform(BigInt);

const networkSchema = z
  .strictObject({
    rpcUrl: z.url(),
    chainId: z.number().int().positive(),
    chainName: z.string().min(1),
    holder: address,
    /** May pause posts and verdicts for a week. */
    guardian: address,
    gateway: address,
    treasury: address,
    stable: z.union([z.literal("test"), address]).optional(),
    commons: z.strictObject({ contentHash: hash, uri: z.string() }),
    minProtocolBps: z.number().optional(),
    minBond: wei.optional(),
  })
  .refine(({ chainId, stable }) => stable !== "test" || chainId === LOCAL_CHAIN_ID, {
    path: ["stable"],
    message: `"test" mints to anybody: only for chain ${LOCAL_CHAIN_ID}; give the address of a token`,
  });

export type Network = z.infer<typeof networkSchema>;

/**
 * Reads what a network is and who holds what there.
 * @throws naming the file and each field that is wrong.
 */
export function readNetwork(file: string): Network {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : "is not JSON";
    throw new StackError(`${file} ${why}. Write it after contracts/networks/local.json.`, { cause });
  }
  const parsed = networkSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new StackError(`${file}: ${problems.join("; ")}.`);
}

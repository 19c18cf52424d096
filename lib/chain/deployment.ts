import { type Address, getAddress, type Hex, isAddress, isHex } from "viem";
import { z } from "zod";

const address = z
  .string()
  .refine((value) => isAddress(value, { strict: false }), "not an address")
  .transform((value): Address => getAddress(value));
const hash = z
  .string()
  .refine((value) => isHex(value) && value.length === 66, "not a 32-byte hash")
  .transform((value) => value as Hex);

/** Where the contracts of one network are, as the deploy script wrote it. JSON-safe: may cross to the client. */
export const deploymentSchema = z.object({
  chainId: z.number().int().positive(),
  chainName: z.string(),
  /** Hash of block 0: tells a reset local chain from the one that was indexed. */
  genesisHash: hash,
  startBlock: z.number().int().nonnegative(),
  contracts: z.object({
    open: address,
    registry: address,
    curation: address,
    escrow: address,
    staking: address,
    settlement: address,
    arbiter: address,
    votePower: address,
    timelock: address,
    governor: address,
    /** The pair for fees in a stable token, where there is one. */
    dollar: address.optional(),
    dollarEscrow: address.optional(),
    dollarSettlement: address.optional(),
  }),
  /** The gateway's account: payers earmark their escrow for it. */
  gateway: address,
  /** Receives what nobody else earned: the protocol's part and the unattributed rest. */
  treasury: address,
});

export type Deployment = z.infer<typeof deploymentSchema>;

/** Local chains get a faucet, a test wallet and time travel, and every page says so. */
export const LOCAL_CHAIN_ID = 31337;

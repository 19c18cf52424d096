import type { Address, Hex } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import type { TypedMessage } from "../tx/port.ts";
import type { Support } from "./support.ts";

/** A signed vote: whoever has it may submit it, and it counts for the voter. */
export type Ballot = { proposal: bigint; support: Support; reason: string; voter: Address; signature: Hex };

const field = (name: string, type: string) => ({ name, type });

/** EIP-712 message of the governor's `castVoteWithReasonAndParamsBySig`, without parameters. `nonce` is `nonces(voter)`. */
export function ballotTypedData(
  { chainId, governor }: { chainId: Deployment["chainId"]; governor: Address },
  { proposal, support, voter, nonce, reason }: Omit<Ballot, "signature"> & { nonce: bigint },
): TypedMessage {
  return {
    domain: { name: "OpenGovernor", version: "1", chainId, verifyingContract: governor },
    types: {
      ExtendedBallot: [
        field("proposalId", "uint256"),
        field("support", "uint8"),
        field("voter", "address"),
        field("nonce", "uint256"),
        field("reason", "string"),
        field("params", "bytes"),
      ],
    },
    primaryType: "ExtendedBallot",
    message: { proposalId: proposal, support, voter, nonce, reason, params: "0x" },
  };
}

/** A ballot as text, to be handed to somebody who submits it. */
export const writeBallot = ({ proposal, ...rest }: Ballot): string =>
  JSON.stringify({ proposal: proposal.toString(), ...rest }, null, 2);

/** What `writeBallot` wrote; null for anything else. */
export function readBallot(text: string): Ballot | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (!given || typeof given !== "object") return null;
  const { proposal, support, reason, voter, signature } = given as Record<string, unknown>;
  if (typeof proposal !== "string" || !/^\d{1,78}$/.test(proposal)) return null;
  if (support !== 0 && support !== 1 && support !== 2) return null;
  if (typeof reason !== "string" || !isHex(voter) || voter.length !== 42) return null;
  return isHex(signature) ? { proposal: BigInt(proposal), support, reason, voter, signature } : null;
}

const isHex = (value: unknown): value is Hex => typeof value === "string" && /^0x[0-9a-fA-F]+$/.test(value);

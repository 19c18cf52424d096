import { type Address, type Hex, parseSignature } from "viem";
import { escrowAbi } from "../abi/escrow.ts";
import { openAbi } from "../abi/open.ts";
import { formatOpen } from "../format/money.ts";
import type { Flow, Result, Tools } from "../tx/flow.ts";
import type { TypedMessage } from "../tx/port.ts";
import { allowanceOf, approve } from "./approve.ts";

export type DepositRequest = {
  /** Wei. */
  amount: bigint;
  /** Sign the allowance instead of sending it; some wallets (contracts) cannot. */
  permit: boolean;
};

export type DepositFacts = {
  deadline: number;
  signature: Hex | null;
  /** Deposits of just this amount that the account had made before: one more is the one under way. */
  before: number;
};

/** How long a signed allowance may be used, in seconds of chain time. */
const PERMIT_FOR = 86_400;

const field = (name: string, type: string) => ({ name, type });

/** EIP-2612's message for OPEN. `deadline` in unix seconds of chain time. */
export function permitMessage(
  tools: Tools,
  spender: Address,
  value: bigint,
  nonce: bigint,
  deadline: number,
): TypedMessage {
  const { chainId, contracts } = tools.network.deployment;
  return {
    domain: { name: "Open", version: "1", chainId, verifyingContract: contracts.open },
    types: {
      Permit: [
        field("owner", "address"),
        field("spender", "address"),
        field("value", "uint256"),
        field("nonce", "uint256"),
        field("deadline", "uint256"),
      ],
    },
    primaryType: "Permit",
    message: { owner: tools.port.account, spender, value, nonce, deadline: BigInt(deadline) },
  };
}

/** How often the account has deposited just this amount (wei) at this gateway. */
async function depositsOf(amount: bigint, { network, port }: Tools): Promise<number> {
  const { contracts, gateway, startBlock } = network.deployment;
  const mine = await port.events({
    address: contracts.escrow,
    abi: escrowAbi,
    eventName: "Deposited",
    args: { payer: port.account, gateway },
    fromBlock: BigInt(startBlock),
  });
  return mine.filter((event) => event.args.amount === amount).length;
}

/** Prepays answers at this server's gateway: permit or approve, unless the allowance is there; then deposit. */
export const depositFlow: Flow<DepositRequest, DepositFacts> = {
  name: "deposit",

  async plan({ amount, permit }, tools) {
    const allowance = await allowanceOf(tools, tools.network.deployment.contracts.escrow);
    const deadline = (await tools.port.pendingTime()) + PERMIT_FOR;
    const first = allowance >= amount ? [] : [permit ? "permit" : "approve"];
    const before = await depositsOf(amount, tools);
    return { facts: { deadline, signature: null, before }, steps: [...first, "deposit"] };
  },

  title(step, { amount }) {
    const open = `${formatOpen(amount, "full")} OPEN`;
    if (step === "deposit") return `Deposit ${open}`;
    return step === "permit" ? `Sign an allowance of ${open}` : `Allow ${open}`;
  },

  async act(step, { amount }, facts, tools) {
    const { gateway, contracts } = tools.network.deployment;
    const { account } = tools.port;
    if (step === "approve") return approve(tools, contracts.escrow, amount);
    if (step === "permit") {
      const nonce = await tools.port.read<bigint>({
        address: contracts.open,
        abi: openAbi,
        functionName: "nonces",
        args: [account],
      });
      return { kind: "sign", message: permitMessage(tools, contracts.escrow, amount, nonce, facts.deadline) };
    }
    const escrow = { address: contracts.escrow, abi: escrowAbi };
    if (!facts.signature)
      return { kind: "write", call: { ...escrow, functionName: "deposit", args: [account, gateway, amount] } };
    const { r, s, yParity } = parseSignature(facts.signature);
    const args = [account, gateway, amount, BigInt(facts.deadline), 27 + yParity, r, s];
    return { kind: "write", call: { ...escrow, functionName: "depositWithPermit", args } };
  },

  learn: (step, result, _, facts) =>
    step === "permit" ? { ...facts, signature: (result as Extract<Result, { kind: "sign" }>).signature } : facts,

  async recover(step, { amount }, facts, tools) {
    // The step was only planned because the allowance was short.
    if (step === "approve")
      return (await allowanceOf(tools, tools.network.deployment.contracts.escrow)) >= amount ? facts : null;
    if (step === "deposit") return (await depositsOf(amount, tools)) > facts.before ? facts : null;
    return null; // a signed allowance is only known to who received it: sign another
  },
};

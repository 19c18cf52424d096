import { escrowAbi } from "../abi/escrow.ts";
import type { Tools } from "../tx/flow.ts";

/** What the escrow holds of a payer for one gateway. Amounts in wei. */
export type EscrowAccount = {
  balance: bigint;
  /** Of it, announced for withdrawal; 0 = nothing is. */
  thawing: bigint;
  /** When that can be taken out, unix seconds of chain time. */
  thawedAt: number;
};

/** The connected account's at this server's gateway, from the chain itself. */
export const escrowAccountOf = ({ port, network }: Tools): Promise<EscrowAccount> =>
  port.read<EscrowAccount>({
    address: network.deployment.contracts.escrow,
    abi: escrowAbi,
    functionName: "accountOf",
    args: [port.account, network.deployment.gateway],
  });

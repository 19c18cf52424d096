import type { Address } from "viem";
import { openAbi } from "../abi/open.ts";
import type { Action, Tools } from "../tx/flow.ts";

/** Wei of the account's OPEN that `spender` may take. */
export const allowanceOf = ({ port, network }: Tools, spender: Address): Promise<bigint> =>
  port.read<bigint>({
    address: network.deployment.contracts.open,
    abi: openAbi,
    functionName: "allowance",
    args: [port.account, spender],
  });

/** Allows exactly `amount` wei, never more: an open-ended allowance is a risk nobody asked for. */
export const approve = ({ network }: Tools, spender: Address, amount: bigint): Action => ({
  kind: "write",
  call: { address: network.deployment.contracts.open, abi: openAbi, functionName: "approve", args: [spender, amount] },
});

import { BaseError, ContractFunctionRevertedError } from "viem";

/** The contract's own error, if that is why a call failed; null for anything else (a node that is away, say). */
export function revertOf(error: unknown): { name: string; args: readonly unknown[] } | null {
  if (!(error instanceof BaseError)) return null;
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (!(reverted instanceof ContractFunctionRevertedError)) return null;
  return { name: reverted.data?.errorName ?? reverted.reason ?? "revert", args: reverted.data?.args ?? [] };
}

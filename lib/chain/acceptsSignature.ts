import { type Address, BaseError, ContractFunctionZeroDataError, type Hex } from "viem";
import { publicClient } from "./clients.ts";
import { revertOf } from "./revertOf.ts";

/** A whole word, as OpenZeppelin's `SignatureChecker` compares it: what follows the four bytes counts. */
const MAGIC = `0x1626ba7e${"0".repeat(56)}`;
const erc1271Abi = [
  {
    type: "function",
    name: "isValidSignature",
    stateMutability: "view",
    inputs: [
      { name: "hash", type: "bytes32" },
      { name: "signature", type: "bytes" },
    ],
    outputs: [{ name: "", type: "bytes32" }],
  },
] as const;

/** Whether a contract says that a signature is its (ERC-1271). False where it reverts or answers nothing. @throws when the chain does not answer */
export async function acceptsSignature(contract: Address, digest: Hex, signature: Hex): Promise<boolean> {
  try {
    const call = { address: contract, abi: erc1271Abi, functionName: "isValidSignature" } as const;
    return (await publicClient().readContract({ ...call, args: [digest, signature] })) === MAGIC;
  } catch (error) {
    if (revertOf(error) || isNoWord(error)) return false;
    throw error;
  }
}

const isNoWord = (error: unknown) =>
  error instanceof BaseError &&
  error.walk(
    (cause) =>
      cause instanceof ContractFunctionZeroDataError || (cause as Error).name === "AbiDecodingDataSizeTooSmallError",
  ) !== null;

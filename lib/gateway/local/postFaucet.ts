import { type Address, BaseError, ContractFunctionRevertedError, ExecutionRevertedError, parseEther } from "viem";
import { z } from "zod";
import { openAbi } from "../../abi/open.ts";
import { publicClient, walletClient } from "../../chain/clients.ts";
import { lockFaucet, noteGrant, secondsSinceGrant } from "../../db/gateway/faucet.ts";
import { requireKey } from "../../env/server.ts";
import type { Gateway } from "../Gateway.ts";
import { addressField } from "../http/fields.ts";
import { badRequest, GatewayError } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { mustBeAccount } from "./mustBeAccount.ts";
import { onlyLocal } from "./onlyLocal.ts";

const ETH = parseEther("1");
const OPEN = parseEther("10000");
const EVERY_SECONDS = 600;

/** `POST /api/local/faucet`: 1 ETH for gas and 10,000 OPEN, once in ten minutes for an address. */
export async function postFaucet(gateway: Gateway, request: Request): Promise<Response> {
  onlyLocal(gateway);
  const { address } = await readJson(request, z.object({ address: addressField }), 4_096);
  const { open: token } = gateway.deployment.contracts;
  mustBeAccount(address, token);
  const transactions = await gateway.sql.begin(async (tx) => {
    await lockFaucet(tx);
    const since = await secondsSinceGrant(tx, address);
    if (since !== null && since < EVERY_SECONDS) throw tooSoon(EVERY_SECONDS - since);
    await noteGrant(tx, address);
    const wallet = walletClient(requireKey("FAUCET_KEY"));
    await mustAccept(wallet.account.address, token, address);
    const nonce = await publicClient().getTransactionCount({ address: wallet.account.address, blockTag: "pending" });
    const eth = await wallet.sendTransaction({ to: address, value: ETH, nonce });
    const open = await wallet.writeContract({
      address: token,
      abi: openAbi,
      functionName: "transfer",
      args: [address, OPEN],
      nonce: nonce + 1,
    });
    const receipts = await Promise.all([eth, open].map((hash) => publicClient().waitForTransactionReceipt({ hash })));
    if (receipts.some(({ status }) => status !== "success"))
      throw new Error(`the faucet's transfer to ${address} reverted`);
    return { eth, open };
  });
  return json({ address, eth: ETH, open: OPEN, transactions });
}

/** Tries both transfers before either is sent. @throws GatewayError 400 when the receiver refuses one */
async function mustAccept(from: Address, token: Address, to: Address): Promise<void> {
  const chain = publicClient();
  const transfer = { address: token, abi: openAbi, functionName: "transfer", args: [to, OPEN] } as const;
  try {
    await chain.simulateContract({ ...transfer, account: from });
    await chain.call({ account: from, to, value: ETH });
  } catch (error) {
    const reverted =
      error instanceof BaseError &&
      error.walk((one) => one instanceof ContractFunctionRevertedError || one instanceof ExecutionRevertedError);
    if (!reverted) throw error;
    throw badRequest("address", `does not accept the faucet's transfer: ${error.shortMessage}`);
  }
}

function tooSoon(seconds: number): GatewayError {
  return new GatewayError(
    429,
    `address: it was given test tokens less than ten minutes ago. Try again in ${seconds} seconds.`,
    {
      type: "rate_limit_error",
      code: "faucet_too_soon",
      param: "address",
      headers: { "retry-after": String(seconds) },
    },
  );
}

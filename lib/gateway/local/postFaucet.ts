import { parseEther } from "viem";
import { z } from "zod";
import { openAbi } from "../../abi/open.ts";
import { publicClient, walletClient } from "../../chain/clients.ts";
import { lockFaucet, noteGrant, secondsSinceGrant } from "../../db/gateway/faucet.ts";
import { requireKey } from "../../env/server.ts";
import type { Gateway } from "../Gateway.ts";
import { ApiError } from "../http/ApiError.ts";
import { addressField } from "../http/fields.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { onlyLocal } from "./onlyLocal.ts";

const ETH = parseEther("1");
const OPEN = parseEther("1000");
const EVERY_SECONDS = 600;

/** `POST /api/local/faucet`: 1 ETH for gas and 1,000 OPEN, once in ten minutes for an address. */
export async function postFaucet(gateway: Gateway, request: Request): Promise<Response> {
  onlyLocal(gateway);
  const { address } = await readJson(request, z.object({ address: addressField }), 4_096);
  const transactions = await gateway.sql.begin(async (tx) => {
    await lockFaucet(tx);
    const since = await secondsSinceGrant(tx, address);
    if (since !== null && since < EVERY_SECONDS) throw tooSoon(EVERY_SECONDS - since);
    await noteGrant(tx, address);
    const wallet = walletClient(requireKey("FAUCET_KEY"));
    const nonce = await publicClient().getTransactionCount({ address: wallet.account.address, blockTag: "pending" });
    const eth = await wallet.sendTransaction({ to: address, value: ETH, nonce });
    const open = await wallet.writeContract({
      address: gateway.deployment.contracts.open,
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

function tooSoon(seconds: number): ApiError {
  return new ApiError(
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

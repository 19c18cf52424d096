import { z } from "zod";
import { openAbi } from "../../abi/open.ts";
import { openGovernorAbi } from "../../abi/opengovernor.ts";
import { publicClient, walletClient } from "../../chain/clients.ts";
import { lockFaucet } from "../../db/gateway/faucet.ts";
import { requireKey } from "../../env/server.ts";
import type { Gateway } from "../Gateway.ts";
import { addressField } from "../http/fields.ts";
import { badRequest } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { mustBeAccount } from "./mustBeAccount.ts";
import { onlyLocal } from "./onlyLocal.ts";

/** `POST /api/local/votes`: OPEN for as many votes as a proposal needs, to who holds less. They vote once their holder delegates them. */
export async function postVotes(gateway: Gateway, request: Request): Promise<Response> {
  onlyLocal(gateway);
  const { address } = await readJson(request, z.object({ address: addressField }), 4_096);
  const { open, governor } = gateway.deployment.contracts;
  mustBeAccount(address, open);
  const chain = publicClient();
  const token = { address: open, abi: openAbi } as const;
  const wallet = walletClient(requireKey("FAUCET_KEY"));
  return gateway.sql.begin(async (tx) => {
    await lockFaucet(tx); // one account: one transaction at a time
    const [amount, held] = await Promise.all([
      chain.readContract({ address: governor, abi: openGovernorAbi, functionName: "proposalThreshold" }),
      chain.readContract({ ...token, functionName: "balanceOf", args: [address] }),
    ]);
    if (held >= amount) throw badRequest("address", "holds enough OPEN to propose: delegate it to yourself.");
    const { request: call } = await chain.simulateContract({
      ...token,
      functionName: "transfer",
      args: [address, amount],
      account: wallet.account,
      blockTag: "pending",
    });
    const receipt = await chain.waitForTransactionReceipt({ hash: await wallet.writeContract(call) });
    if (receipt.status !== "success") throw new Error(`the transfer of votes to ${address} reverted`);
    return json({ address, open: amount, transaction: receipt.transactionHash });
  });
}

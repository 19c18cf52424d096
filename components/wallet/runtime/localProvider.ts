import { createWalletClient, type EIP1193RequestFn, type Hex, hexToBigInt, http, numberToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";

type Transaction = { to?: Hex; data?: Hex; value?: Hex; gas?: Hex };

/** An EIP-1193 provider that signs in the page, without asking, and sends to the local chain. Everything it does not sign goes to the RPC. */
export function localProvider(key: Hex, chainId: number, rpcUrl: string): { request: EIP1193RequestFn } {
  const account = privateKeyToAccount(key);
  const chain = {
    id: chainId,
    name: "Local chain",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  };
  const client = createWalletClient({ account, chain, transport: http(rpcUrl) });

  async function request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
    const list = (params ?? []) as unknown[];
    switch (method) {
      case "eth_accounts":
      case "eth_requestAccounts":
        return [account.address];
      case "eth_chainId":
        return numberToHex(chainId);
      case "personal_sign":
        return account.signMessage({ message: { raw: list[0] as Hex } });
      case "eth_signTypedData_v4":
        return account.signTypedData(JSON.parse(list[1] as string));
      case "eth_sendTransaction": {
        const { to, data, value, gas } = list[0] as Transaction;
        return client.sendTransaction({
          to,
          data,
          value: value ? hexToBigInt(value) : undefined,
          gas: gas ? hexToBigInt(gas) : undefined,
        });
      }
      default:
        return client.request({ method, params } as never);
    }
  }
  return { request: request as EIP1193RequestFn };
}

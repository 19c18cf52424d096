import type { Wallet } from "@rainbow-me/rainbowkit";
import { testIcon } from "./icons.ts";
import { localTestConnector } from "./localTestConnector.ts";

/** For a person without an extension, on a local chain only. */
export const localTestWallet = (chainId: number, rpcUrl: string): Wallet => ({
  id: "local-test",
  name: "Local test wallet",
  shortName: "Test wallet",
  iconUrl: testIcon,
  iconBackground: "#a8590a",
  installed: true,
  createConnector: (details) => localTestConnector(chainId, rpcUrl, details),
});

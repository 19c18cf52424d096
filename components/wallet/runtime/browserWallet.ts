import type { Wallet } from "@rainbow-me/rainbowkit";
import { createConnector } from "wagmi";
import { injected } from "wagmi/connectors";
import { browserIcon } from "./icons.ts";

/** The wallet behind `window.ethereum`, for extensions that do not announce themselves by EIP-6963. Hidden where there is none. */
export const browserWallet = (): Wallet => ({
  id: "browser",
  name: "Browser wallet",
  iconUrl: browserIcon,
  iconBackground: "#5a574d",
  installed: true,
  hidden: () => !("ethereum" in window),
  createConnector: (details) => createConnector((config) => ({ ...injected()(config), ...details })),
});

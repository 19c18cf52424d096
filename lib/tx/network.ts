import type { Deployment } from "../chain/deployment.ts";

/** Which chain and contracts this server works with: known at run time only, handed to the browser by the layout. */
export type Network = {
  deployment: Deployment;
  rpcUrl: string;
  /** A local chain: its money is worth nothing, it has a faucet, a test wallet and time travel. */
  local: boolean;
};

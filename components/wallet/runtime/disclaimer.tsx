import type { DisclaimerComponent } from "@rainbow-me/rainbowkit";

/** Stands under the wallets on a local chain. */
export const localDisclaimer: DisclaimerComponent = ({ Text }) => (
  <Text>
    The local test wallet keeps a throw-away key in this browser and signs without asking. Its money exists on this
    machine only and is worth nothing.
  </Text>
);

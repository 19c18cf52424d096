"use client";

import { useCallback, useEffect, useState } from "react";
import type { Network } from "../../lib/tx/network.ts";
import { dropKey, type KeptKey, keepKey, keptKeys } from "./keyring.ts";

/** The API keys of one account that were made in this browser; none while nobody is connected. */
export function useKeyring(network: Network | null, account: string | null) {
  const [keys, setKeys] = useState<KeptKey[]>([]);
  const read = useCallback(
    () => setKeys(network && account ? keptKeys(localStorage, network, account) : []),
    [network, account],
  );
  useEffect(read, [read]);
  return {
    keys,
    keep(key: KeptKey) {
      if (network && account) keepKey(localStorage, network, account, key);
      read();
    },
    drop(key: string) {
      if (network && account) dropKey(localStorage, network, account, key);
      read();
    },
  };
}

"use client";

import { useCallback, useEffect, useState } from "react";
import type { Network } from "../../lib/tx/network.ts";
import { dropKey, type KeptKey, keepKey, keptKeys } from "./keyring.ts";

/** The API keys of one account that were made in this browser. */
export function useKeyring(network: Network, account: string) {
  const [keys, setKeys] = useState<KeptKey[]>([]);
  const read = useCallback(() => setKeys(keptKeys(localStorage, network, account)), [network, account]);
  useEffect(read, [read]);
  return {
    keys,
    keep(key: KeptKey) {
      keepKey(localStorage, network, account, key);
      read();
    },
    drop(key: string) {
      dropKey(localStorage, network, account, key);
      read();
    },
  };
}

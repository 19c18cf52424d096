import { useEffect, useRef } from "react";
import { useConfig, useConnection, useConnectors } from "wagmi";
import { reconnect } from "wagmi/actions";
import type { RememberedWallet } from "../rememberedWallet.ts";

/**
 * Keeps the remembered wallet in step with the connection: kept while one stands, forgotten when it ends on this page. An attempt at loading that
 * comes to nothing forgets nothing; a wallet that announces itself only after that attempt is tried again, once.
 */
export function useReconnection(remembered: RememberedWallet): void {
  const config = useConfig();
  const connectors = useConnectors();
  const { status, connector } = useConnection();
  const wasConnected = useRef(false);
  const tried = useRef(new Set<string>());

  useEffect(() => {
    if (status === "connected") {
      wasConnected.current = true;
      remembered.keep(connector.id);
      return;
    }
    if (status !== "disconnected") return;
    if (wasConnected.current) {
      wasConnected.current = false;
      remembered.forget();
      return;
    }
    const id = remembered.read();
    const known = connectors.find((candidate) => candidate.id === id);
    if (!known || tried.current.has(known.uid)) return;
    tried.current.add(known.uid);
    void reconnect(config, { connectors: [known] });
  }, [config, connectors, status, connector, remembered]);
}

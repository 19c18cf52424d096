"use client";

import { useState } from "react";
import { formatDate } from "../../lib/format/date.ts";
import type { Network } from "../../lib/tx/network.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { NewKey } from "./NewKey.tsx";
import { RevokeKey } from "./RevokeKey.tsx";
import { useKeyring } from "./useKeyring.ts";

/** API keys made in this browser. */
export function KeysCard({ network, account }: { network: Network; account: string }) {
  const { keys, keep, drop } = useKeyring(network, account);
  const [making, setMaking] = useState(false);
  return (
    <Card
      id="keys"
      title="API keys"
      note="Keys made in this browser. The server stores only their hash; this browser keeps them so that you can revoke them here."
      action={
        <Button size="small" onClick={() => setMaking(true)}>
          New key
        </Button>
      }
    >
      {keys.length === 0 ? (
        <EmptyState title="No keys in this browser">
          A key lets an application spend up to the budget you sign; it can never take more.
        </EmptyState>
      ) : (
        <Table caption="API keys made in this browser">
          <thead>
            <tr>
              <Th>Label</Th>
              <Th>Key</Th>
              <Th wide>Made, by this computer’s clock</Th>
              <Th numeric>
                <span className="sr-only">Revoke</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {keys.map((kept) => (
              <tr key={kept.key}>
                <Td>{kept.label}</Td>
                <Td>
                  <span className="font-mono text-[0.86em]">{kept.key.slice(0, 7)}…</span>
                </Td>
                <Td wide>{formatDate(kept.madeAt)}</Td>
                <Td numeric>
                  <RevokeKey kept={kept} onRevoked={() => drop(kept.key)} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Dialog open={making} onClose={() => setMaking(false)} title="New API key">
        <NewKey network={network} account={account} onMade={keep} onClose={() => setMaking(false)} />
      </Dialog>
    </Card>
  );
}

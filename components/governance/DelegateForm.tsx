"use client";

import type { DelegateFacts, DelegateRequest } from "../../lib/flows/delegate.ts";
import { isSameHex, shortHex } from "../../lib/format/address.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { useToast } from "../ui/Toast.tsx";
import { whyNotDelegate } from "./whyNotDelegate.ts";

const loadFlow = () => import("../../lib/flows/delegate.ts").then((module) => module.delegateFlow);
const names = { held: "OPEN you hold", staked: "OPEN you staked" };

type Props = {
  kind: DelegateRequest["kind"];
  account: `0x${string}`;
  /** Wei. */
  amount: bigint;
  /** Whom it is delegated to; null: nobody. */
  now: `0x${string}` | null;
  /** Whom it is to be delegated to; null: no address yet. */
  to: `0x${string}` | null;
  /** Pools whose stake is not counted yet. */
  targets: bigint[];
  onDone: () => void;
};

/** One of the two: what there is, who votes with it, and the change. */
export function DelegateForm({ kind, account, amount, now, to, targets, onDone }: Props) {
  const toast = useToast();
  const flow = useFlow<DelegateRequest, DelegateFacts>(`delegate-${kind}`, loadFlow, ({ request }) => {
    toast(
      `${names[request.kind]}: ${isSameHex(request.to, account) ? "you vote" : `${shortHex(request.to)} votes`} with it.`,
    );
    flow.discard();
    onDone();
  });
  const same = now !== null && to !== null && isSameHex(now, to);
  return (
    <div className="border-line border-t pt-4">
      <h3 className="text-[15px]">
        {names[kind]}: <Amount wei={amount} preset="whole" />
      </h3>
      <p className="mt-0.5 mb-3 text-[14px] text-ink-2">
        {now === null ? (
          <span className="text-warn">Nobody votes with it.</span>
        ) : (
          <>
            {isSameHex(now, account) ? (
              "You vote with it."
            ) : (
              <>
                <Address address={now} /> votes with it.
              </>
            )}
            {targets.length > 0 && " Not all of it is counted yet."}
          </>
        )}
      </p>
      <FlowPanel flow={flow} again="Not now">
        <Gate
          purpose="delegate"
          reason={whyNotDelegate({ kind, amount, to, same, uncounted: targets.length > 0 })}
          busy={flow.running || flow.recalling}
          onAct={() => to && void flow.start({ kind, to, targets })}
        >
          {same && targets.length > 0
            ? "Count it"
            : `Delegate ${kind} OPEN${to && isSameHex(to, account) ? " to yourself" : ""}`}
        </Gate>
      </FlowPanel>
      {kind === "staked" && targets.length > 0 && amount > 0n && (
        <p className="mt-2 text-[13px] text-ink-3" title={`${formatOpen(amount, "full")} OPEN`}>
          A stake from before its first delegation is counted in a transaction of its own for each pool:{" "}
          {targets.length} here.
        </p>
      )}
    </div>
  );
}

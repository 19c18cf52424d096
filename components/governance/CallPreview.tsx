"use client";

import type { Parameter } from "../../lib/chain/parameters.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { formatQuantity } from "../../lib/governance/quantity.ts";
import { setterArgument, setterData } from "../../lib/governance/setParameter.ts";
import { contractNames } from "../display/contracts.ts";
import { Card } from "../ui/Card.tsx";
import type { Proposer } from "./useProposer.ts";

/** What would be proposed, as voters will see it, and what it needs. */
export function CallPreview({
  parameter,
  present,
  value,
  title,
  proposer,
}: {
  parameter: Parameter;
  present: bigint | null;
  /** Null while it is no value that the contract takes. */
  value: bigint | null;
  title: string;
  proposer: Proposer | undefined;
}) {
  const show = (one: bigint) => formatQuantity(one, parameter.unit);
  return (
    <Card id="preview" title="What voters will see">
      {value === null ? (
        <p className="text-[14px] text-ink-2">Give a new value, and the call it stands for is shown here.</p>
      ) : (
        <>
          <p className="mb-3 font-serif text-[19px]">{title}</p>
          <p className="text-[15px]">
            {parameter.label}: <span className="num break-all">{present === null ? "unknown" : show(present)}</span>
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> becomes </span>
            <strong className="num break-all font-semibold">{show(value)}</strong>
          </p>
          <p className="mt-2 break-words font-mono text-[13px]">
            {contractNames[parameter.contract]}.{parameter.setter.name}({String(setterArgument(parameter, value))})
          </p>
          <details className="mt-2 text-[13px] text-ink-2">
            <summary className="cursor-pointer">The bytes</summary>
            <p className="mt-1 break-all font-mono text-[12px]">{setterData(parameter, value)}</p>
          </details>
        </>
      )}
      <ul className="mt-5 list-disc space-y-1.5 border-line border-t pt-4 pl-5 text-[13px] text-ink-2 marker:text-ink-3">
        <li>
          {proposer
            ? `A proposal needs ${formatOpen(proposer.threshold, "whole")} votes behind it; you have ${formatOpen(proposer.votes, "whole")}.`
            : "A proposal needs votes behind it: your own, or delegated to you."}
        </li>
        <li>
          Only you can propose it: its description ends in your address, so that nobody can take it and cancel it.
        </li>
        <li>You can take it back until voting opens.</li>
      </ul>
    </Card>
  );
}

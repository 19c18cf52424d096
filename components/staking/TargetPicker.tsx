"use client";

import type { StakeTarget } from "@/lib/db/queries/stakeTargets.ts";
import { stakeKinds } from "../../lib/chain/stakeKinds.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { Select } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { kindWords, targetName } from "./kinds.ts";

/** What can be staked on, by kind, each with the size of its pool. */
export function TargetPicker({
  targets,
  value,
  onPick,
}: {
  targets: StakeTarget[];
  value: StakeTarget | null;
  onPick: (target: StakeTarget) => void;
}) {
  const hint = value
    ? `${formatOpen(value.tokens, "whole")} OPEN in the pool now. A verdict against its ${kindWords[value.kind][0]} takes from everybody in it alike.`
    : undefined;
  return (
    <Field label="Stake on" hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={value ? String(value.id) : ""}
          onChange={(event) => {
            const picked = targets.find(({ id }) => String(id) === event.target.value);
            if (picked) onPick(picked);
          }}
        >
          <option value="" disabled>
            Choose…
          </option>
          {stakeKinds.map((kind) => {
            const some = targets.filter((target) => target.kind === kind);
            return (
              some.length > 0 && (
                <optgroup key={kind} label={kindWords[kind][1]}>
                  {some.map((target) => (
                    <option key={target.id} value={String(target.id)}>
                      {targetName(target)}: {formatOpen(target.tokens, "whole")} OPEN
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </Select>
      )}
    </Field>
  );
}

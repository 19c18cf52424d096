"use client";

import { examples, formatQuantity } from "../../lib/governance/quantity.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { Input, Select } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { findParameter, groupsOf } from "./templates.ts";

/** Which parameter, what it is now and may be, and what it is to be. */
export function ParameterFields({
  values,
  chosen,
  onChosen,
  typed,
  onTyped,
  error,
}: {
  /** As the chain has them, by key. */
  values: Record<string, bigint>;
  chosen: string;
  onChosen: (key: string) => void;
  typed: string;
  onTyped: (text: string) => void;
  error: string | null;
}) {
  const parameter = findParameter(chosen);
  const { unit, documented, contract } = parameter;
  const { least, most } = parameter.bounds((name) => values[`${contract}.${name}`] ?? 0n);
  const show = (value: bigint) => formatQuantity(value, unit);
  const present = values[chosen];
  return (
    <>
      <Field label="Parameter" hint="Everything that a vote can change.">
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => onChosen(event.target.value)}>
            {groupsOf(Object.keys(values)).map((group) => (
              <optgroup key={group.contract} label={group.contract}>
                {group.keys.map((key) => (
                  <option key={key} value={key}>
                    {findParameter(key).label}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Facts>
        <Fact label="On the chain now">
          <span className="num break-all">{present === undefined ? undefined : show(present)}</span>
        </Fact>
        <Fact label="Documented">
          {documented === null ? "chosen by each deployment" : <span className="num">{show(documented)}</span>}
        </Fact>
        {unit !== "address" && (
          <Fact label="Bounds in the code">
            <span className="num">
              {show(least)} to {show(most)}
            </span>
          </Fact>
        )}
      </Facts>
      <Field label="New value" hint={`Such as ${examples[unit]}.`} error={error}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            className="num"
            value={typed}
            onChange={(event) => onTyped(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}

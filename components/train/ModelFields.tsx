import { formatBps } from "../../lib/format/number.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Input, Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { type ModelDraft, protocolBps } from "./draft.ts";
import { licenceProblem } from "./licenceProblem.ts";
import { type HeldNames, nameHint } from "./nameHint.ts";

type Props = { draft: ModelDraft; change: (part: Partial<ModelDraft>) => void };

const lines = [
  { field: "name", label: "Name", most: 100, hint: null },
  { field: "summary", label: "Summary", most: 300, hint: "One sentence." },
  { field: "licence", label: "Licence", most: 100, hint: "An SPDX identifier, such as CC-BY-4.0." },
  { field: "contact", label: "Contact", most: 200, hint: "Who answers for it: shown on every receipt." },
] as const;

const roles = [
  { role: "provider", label: "Provider" },
  { role: "owner", label: "You" },
  { role: "contributors", label: "Contributors" },
  { role: "stakers", label: "Stakers" },
] as const;

/** What the model says of itself, its price and who gets which part of each fee. */
export function ModelFields({ draft, change, held, licences }: Props & { held: HeldNames; licences: string[] }) {
  const naming = nameHint(draft.name, held);
  return (
    <>
      {lines.map(({ field, label, most, hint }) => (
        <Field
          key={field}
          label={label}
          hint={hint ?? ("hint" in naming ? naming.hint : <Warning>{naming.warning}</Warning>)}
          error={field === "licence" ? licenceProblem(draft.licence, licences) : null}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={most}
              value={draft[field]}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="Description" hint="What it is good for and what it cannot do.">
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            maxLength={20_000}
            value={draft.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label="Price per 1,000 tokens" hint="Words of question and answer, counted by the attribution tokeniser.">
        {(control) => (
          <AmountInput
            {...control}
            value={draft.price === null ? null : BigInt(draft.price)}
            onChange={(wei) => change({ price: wei === null ? null : String(wei) })}
          />
        )}
      </Field>
      <SplitField draft={draft} change={change} />
    </>
  );
}

const Warning = ({ children }: { children: string }) => (
  <span role="status" className="text-warn">
    {children}
  </span>
);

function SplitField({ draft, change }: Props) {
  const left = protocolBps(draft.split);
  return (
    <fieldset>
      <legend className="mb-1.5 font-[550] text-[14px]">Where each fee goes</legend>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {roles.map(({ role, label }) => (
          <Field key={role} label={`${label}, %`}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                max={95}
                step={0.5}
                className="num text-right"
                value={draft.split[role] / 100}
                onChange={(event) =>
                  change({ split: { ...draft.split, [role]: Math.round(Number(event.target.value) * 100) } })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <p className="mt-2 text-[13px] text-ink-2">
        {left < 0
          ? `That is ${formatBps(-left)} more than there is.`
          : `The protocol has the rest, ${formatBps(left)}.`}{" "}
        A change later takes seven days’ notice.
      </p>
    </fieldset>
  );
}

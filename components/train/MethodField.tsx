import { Input } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import type { ModelDraft } from "./draft.ts";

const methods: { value: ModelDraft["method"]; name: string; says: string }[] = [
  {
    value: "datanet-classifier",
    name: "Classifier",
    says: "Learns labels from the texts of the datanets and labels what it is sent. Trained here, in seconds.",
  },
  {
    value: "datanet-extractive",
    name: "Quotes",
    says: "Answers with the passage of the datanets that fits best. Nothing to train.",
  },
  {
    value: "openai",
    name: "Bring your own",
    says: "Any OpenAI-compatible upstream that providers of this ledger can reach.",
  },
];

type Props = { draft: ModelDraft; change: (part: Partial<ModelDraft>) => void };

export function MethodField({ draft, change }: Props) {
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-[550] text-[14px]">How it answers</legend>
        {methods.map(({ value, name, says }) => (
          <label key={value} className="flex items-start gap-2.5 text-[14px]">
            <input
              type="radio"
              name="method"
              className="mt-1 size-4 accent-[var(--accent)]"
              checked={draft.method === value}
              onChange={() => change({ method: value })}
            />
            <span>
              {name}
              <span className="block text-[13px] text-ink-2">{says}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.method === "openai" && (
        <Field label="Upstream’s model" hint="As the upstream calls it.">
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.upstream}
              onChange={(event) => change({ upstream: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

import { formatPlural } from "../../lib/format/number.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import type { ModelDraft } from "./draft.ts";

export type DatanetChoice = { id: string; name: string; version: number; accepted: number };

/** The datanets that a model is made from: their newest versions. */
export function DatanetField({
  choices,
  draft,
  change,
}: {
  choices: DatanetChoice[];
  draft: ModelDraft;
  change: (part: Partial<ModelDraft>) => void;
}) {
  if (choices.length === 0) {
    return (
      <EmptyState title="There is no datanet yet" action={<LinkButton href="/datanets">Datanets</LinkButton>}>
        A model is made from datanets; contribute to one, or wait for the index.
      </EmptyState>
    );
  }
  const toggle = (id: string, on: boolean) =>
    change({ datanets: on ? [...draft.datanets, id] : draft.datanets.filter((one) => one !== id) });
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-[550] text-[14px]">Made from</legend>
      {choices.map(({ id, name, version, accepted }) => (
        <label key={id} className="flex items-start gap-2.5 text-[14px]">
          <input
            type="checkbox"
            className="mt-1 size-4 accent-[var(--accent)]"
            checked={draft.datanets.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span>
            {name}
            <span className="block text-[13px] text-ink-2">
              version {version}, {formatPlural(accepted, "accepted contribution")}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

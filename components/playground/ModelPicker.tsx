import { formatOpen } from "../../lib/format/money.ts";
import { Select } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";

export type PlaygroundModel = {
  id: string;
  name: string;
  summary: string | null;
  /** Wei; null while its document is not known. */
  perThousandTokens: bigint | null;
  /** Questions that were asked of it in public, newest first. */
  asked: string[];
};

export function ModelPicker({
  models,
  chosen,
  onChoose,
}: {
  models: PlaygroundModel[];
  chosen: PlaygroundModel;
  onChoose: (id: string) => void;
}) {
  const price = chosen.perThousandTokens;
  return (
    <Field
      label="Model"
      hint={
        <>
          {chosen.summary} {price !== null && `${formatOpen(price, "exact")} OPEN per 1,000 tokens.`}
        </>
      }
    >
      {(control) => (
        <Select {...control} value={chosen.id} onChange={(event) => onChoose(event.target.value)}>
          {models.map((model) => (
            <option key={model.id} value={model.id}>
              {model.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

"use client";

import { Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { Button } from "../ui/Button.tsx";
import type { ModelDraft } from "./draft.ts";
import { writeRules } from "./parseRules.ts";

/** Which label a contribution has, by its title. */
export function RulesField({ draft, change }: { draft: ModelDraft; change: (part: Partial<ModelDraft>) => void }) {
  const fill = async () => {
    const { licenceFamilies } = await import("../../lib/influence/licenceFamilies.ts");
    change({ rules: writeRules(licenceFamilies) });
  };
  return (
    <Field
      label="Labels"
      hint="A label a line, a colon, and what its contributions are called; * stands for anything. A title is compared as a whole, or by what it has in its last brackets. The first label that fits counts; a contribution that none fits is left out."
    >
      {(control) => (
        <div>
          <Textarea
            {...control}
            rows={7}
            className="font-mono text-[13px]"
            placeholder={"permissive: MIT*, BSD-*, Apache-*\ncopyleft: GPL-*, AGPL-*"}
            value={draft.rules}
            onChange={(event) => change({ rules: event.target.value })}
          />
          <Button size="small" className="mt-2" onClick={fill}>
            Use licence families (SPDX)
          </Button>
        </div>
      )}
    </Field>
  );
}

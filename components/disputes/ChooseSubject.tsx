import Link from "next/link";
import { readDeployment } from "@/lib/chain/clients.ts";
import { stakeKinds } from "@/lib/chain/stakeKinds.ts";
import { sql } from "@/lib/db/client.ts";
import { openEpochs } from "@/lib/db/queries/accusable.ts";
import { listStakeTargets } from "@/lib/db/queries/stakeTargets.ts";
import { datanetHref, epochsHref } from "../../lib/site/hrefs.ts";
import { Input, Select } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { kindWords, targetName } from "../staking/kinds.ts";
import { Card } from "../ui/Card.tsx";
import { SubjectForm } from "./SubjectForm.tsx";

/** What a case can be about, each with the way to name it. @param now chain time, unix seconds */
export async function ChooseSubject({ now }: { now: number }) {
  const [epochs, assets] = await Promise.all([
    openEpochs(sql(), now),
    listStakeTargets(sql(), { open: readDeployment().contracts.open }),
  ]);
  const datanet = assets.find(({ kind }) => kind === "datanet");
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-3">
      <Card
        id="asset"
        title="An asset or an operator"
        note="It deceives: false lineage, a plagiarised datanet, two answers to one request."
      >
        <SubjectForm subject="asset">
          <Field label="Datanet, model, provider or other">
            {(control) => (
              <Select {...control} name="id" required defaultValue="">
                <option value="" disabled>
                  Choose…
                </option>
                {stakeKinds.map((kind) => {
                  const some = assets.filter((asset) => asset.kind === kind);
                  return (
                    some.length > 0 && (
                      <optgroup key={kind} label={kindWords[kind][1]}>
                        {some.map((asset) => (
                          <option key={asset.id} value={String(asset.id)}>
                            {targetName(asset)}
                          </option>
                        ))}
                      </optgroup>
                    )
                  );
                })}
              </Select>
            )}
          </Field>
        </SubjectForm>
      </Card>
      <Card id="contribution" title="A contribution" note="It was not the contributor’s to give.">
        <SubjectForm subject="contribution">
          <Field
            label="Its number"
            hint={
              <>
                The last number in the address of its page
                {datanet && (
                  <>
                    , as those of{" "}
                    <Link className="link" href={datanetHref(datanet.id)} prefetch={false}>
                      {targetName(datanet)}
                    </Link>
                  </>
                )}
                .
              </>
            }
          >
            {(control) => (
              <Input
                {...control}
                name="id"
                required
                inputMode="numeric"
                pattern="[0-9]{1,18}"
                className="num"
                placeholder="7"
              />
            )}
          </Field>
        </SubjectForm>
      </Card>
      <Card id="epoch" title="An epoch" note="Its root does not follow from the chain and the public files.">
        {epochs.length > 0 ? (
          <SubjectForm subject="epoch">
            <Field label="Epoch whose window is open, or that is disputed">
              {(control) => (
                <Select {...control} name="id" required>
                  {epochs.map(({ id, disputed }) => (
                    <option key={id} value={String(id)}>
                      Epoch {String(id)}
                      {disputed && ", disputed"}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </SubjectForm>
        ) : (
          <p className="text-[14px] text-ink-2">
            No window is open now, so no root can be objected to.{" "}
            <Link className="link" href={epochsHref}>
              All epochs
            </Link>
          </p>
        )}
      </Card>
    </div>
  );
}

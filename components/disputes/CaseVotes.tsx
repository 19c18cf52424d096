import type { Hex } from "viem";
import { readDeployment } from "@/lib/chain/clients.ts";
import { countedVerdicts } from "@/lib/chain/countedVerdicts.ts";
import { groupVerdicts } from "@/lib/chain/groupVerdicts.ts";
import { readCase } from "@/lib/chain/readCase.ts";
import { whyNotRuled } from "@/lib/chain/whyNotRuled.ts";
import { sql } from "@/lib/db/client.ts";
import { caseVotesOf } from "@/lib/db/gateway/caseVotes.ts";
import { type CourtCase, votesOfCase } from "@/lib/db/queries/cases.ts";
import { listValidators } from "@/lib/db/queries/validators.ts";
import { formatPlural, formatShareToward } from "@/lib/format/number.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf } from "../display/names.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { SignedVerdictItem } from "./SignedVerdictItem.tsx";
import { VerdictForm } from "./VerdictForm.tsx";
import { type Voter, VoterTable } from "./VoterTable.tsx";
import { WeightBar } from "./WeightBar.tsx";

/** Who has signed what, against two thirds of the stake; while it is open, the ways to sign and to carry it out. */
export async function CaseVotes({ one }: { one: CourtCase }) {
  return one.guilty === null ? <OpenVotes one={one} /> : <CarriedVotes one={one} />;
}

async function CarriedVotes({ one }: { one: CourtCase }) {
  const votes = await votesOfCase(sql(), one.id);
  const voters = votes.map(
    ({ validator, validatorName, weight }): Voter => ({
      ...{ id: validator, name: nameOf("validator", validator, validatorName), weight },
    }),
  );
  return (
    <Card id="votes" title="The verdict">
      {voters.length === 0 ? (
        <EmptyState title="Ruled by governance">
          The validators had their five days and did not reach two thirds.
        </EmptyState>
      ) : (
        <>
          <WeightBar weight={one.weight ?? 0n} total={one.total ?? 0n} />
          <VoterTable voters={voters} total={one.total ?? 0n} />
        </>
      )}
    </Card>
  );
}

async function OpenVotes({ one }: { one: CourtCase }) {
  const [signed, validators] = await Promise.all([caseVotesOf(sql(), one.id), listValidators(sql())]);
  const chain = await readCase(
    one.id,
    validators.map(({ id }) => id),
  );
  const { arbiter } = readDeployment().contracts;
  const { counted, left } = await countedVerdicts(arbiter, signed);
  const verdicts = groupVerdicts(counted, chain.weights, chain.total);
  const reasons = await Promise.all(
    verdicts.map((verdict) => (verdict.decisive ? whyNotRuled(arbiter, one.id, verdict) : null)),
  );
  const names = new Map(validators.map(({ id, name }) => [id, nameOf("validator", id, name)]));
  const namesOf = (votes: readonly { validator: bigint }[]) =>
    [...new Set(votes.map(({ validator }) => names.get(validator) ?? `Validator ${validator}`))].join(", ");
  const conflicted = [one.accused, one.challenger];
  const able = validators.filter(({ id, owner }) => (chain.weights.get(id) ?? 0n) > 0n && !conflicted.includes(owner));
  const weighable = able.reduce((sum, { id }) => sum + chain.weights.get(id)!, 0n);
  return (
    <Card
      id="votes"
      title="Signed so far"
      note="Only what is signed alike adds up. A signature is kept here until somebody takes two thirds of the stake to the chain."
    >
      {verdicts.length === 0 ? (
        <EmptyState title="Nobody has signed yet">
          <Defined by="weight">Validators who may vote</Defined> have{" "}
          {formatShareToward(weighable, chain.total, [2n, 3n])} of the stake that counts.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {verdicts.map((verdict, i) => (
            <SignedVerdictItem
              key={`${verdict.guilty} ${verdict.recomputedRoot} ${verdict.slashBps}`}
              caseId={one.id}
              subject={one.subject}
              verdict={verdict}
              reason={reasons[i]!}
              total={chain.total}
              voters={verdict.votes.map(({ validator }) => ({
                ...{ id: validator, name: names.get(validator) ?? `Validator ${validator}` },
                weight: chain.weights.get(validator) ?? 0n,
              }))}
            />
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <p className="mt-4 text-[13px] text-ink-2">
          {formatPlural(left.length, "signature")} more not counted, since the arbiter would not take{" "}
          {left.length === 1 ? "it" : "them"} now: of {namesOf(left)}. A validator that changes hands takes its
          signatures with it.
        </p>
      )}
      <VerdictForm
        about={{ caseId: one.id, subject: one.subject, settlement: one.settlement as Hex, root: chain.root }}
        validators={able.map(({ id, owner }) => ({ id, owner, name: names.get(id)! }))}
        before={verdicts[0] ?? null}
      />
    </Card>
  );
}

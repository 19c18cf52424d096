import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listValidators, type Validator } from "@/lib/db/queries/validators.ts";
import { formatCount, formatPlural, formatShare } from "@/lib/format/number.ts";
import { validatorHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf } from "../display/names.ts";
import { Amount } from "../ui/Amount.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

/** All validators with their records, by what they have at risk. */
export async function ValidatorTable() {
  await connection();
  const validators = await listValidators(sql());
  if (validators.length === 0) {
    return (
      <EmptyState title="No validators yet">
        They appear here when the registry holds one and the indexer has read it. Until then nobody reviews and nobody
        rules.
      </EmptyState>
    );
  }
  const total = validators.reduce((sum, { bonded }) => sum + bonded, 0n);
  const [largest = 0n] = validators.map(({ bonded }) => bonded).sort((a, b) => (a > b ? -1 : 1));
  return (
    <>
      <Stats>
        <Stat value={formatCount(validators.length)}>registered</Stat>
        <Stat value={<Amount wei={total} preset="whole" />} unit="OPEN">
          <Defined by="weight">weigh in a verdict now</Defined>
        </Stat>
        <Stat value={formatShare(largest, total)}>of it is the largest one’s</Stat>
        <Stat value={formatCount(validators.reduce((sum, { slashes }) => sum + slashes, 0))}>
          <Defined by="faults">faults</Defined>, all time
        </Stat>
      </Stats>
      <Table caption="Validators">
        <thead>
          <tr>
            <Th>Validator</Th>
            <Th numeric>
              <Defined by="atRisk">At risk, OPEN</Defined>
            </Th>
            <Th numeric wide>
              Weight
            </Th>
            <Th numeric wide>
              Reviews
            </Th>
            <Th numeric>
              <Defined by="agreement">Agreement</Defined>
            </Th>
            <Th numeric wide>
              <Defined by="verdicts">Verdicts</Defined>
            </Th>
            <Th numeric wide>
              <Defined by="faults">Faults</Defined>
            </Th>
          </tr>
        </thead>
        <tbody>
          {validators.map((validator) => (
            <Row key={validator.id} validator={validator} total={total} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Row({ validator, total }: { validator: Validator; total: bigint }) {
  return (
    <tr>
      <Td>
        <Link className="link" href={validatorHref(validator.id)}>
          {nameOf("validator", validator.id, validator.name)}
        </Link>
        <Folded>
          weight {formatShare(validator.bonded, total)}, {formatPlural(validator.verdicts, "verdict")},{" "}
          <span className={validator.slashes > 0 ? "text-bad" : undefined}>
            {formatPlural(validator.slashes, "fault")}
          </span>
        </Folded>
      </Td>
      <Td numeric>
        <Amount wei={validator.tokens} preset="whole" />
      </Td>
      <Td numeric wide>
        {formatShare(validator.bonded, total)}
      </Td>
      <Td numeric wide>
        {formatCount(validator.reviews)}
      </Td>
      <Td numeric>{formatShare(BigInt(validator.agreed), BigInt(validator.reviews))}</Td>
      <Td numeric wide>
        {formatCount(validator.verdicts)}
      </Td>
      <Td numeric wide className={validator.slashes > 0 ? "text-bad" : undefined}>
        {formatCount(validator.slashes)}
      </Td>
    </tr>
  );
}

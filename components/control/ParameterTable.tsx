import Link from "next/link";
import { connection } from "next/server";
import type { Unit } from "@/lib/chain/parameters.ts";
import { sql } from "@/lib/db/client.ts";
import { type VotedChange, votedParameters } from "@/lib/db/queries/parameters.ts";
import { type Match, matchOf } from "@/lib/governance/matchOf.ts";
import { formatQuantity } from "@/lib/governance/quantity.ts";
import { parameterKey, type ReadParameter, readParameters } from "@/lib/governance/readParameters.ts";
import { proposalHref, proposeHref } from "../../lib/site/hrefs.ts";
import { contractNames } from "../display/contracts.ts";
import { Refresh } from "../display/Refresh.tsx";
import { Address } from "../ui/Address.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Note } from "../ui/Note.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag, type Tone } from "../ui/Tag.tsx";

const looks: Record<Match, { tone: Tone; label: string }> = {
  same: { tone: "good", label: "as documented" },
  voted: { tone: "accent", label: "changed by vote" },
  differs: { tone: "bad", label: "not as documented" },
  chosen: { tone: "neutral", label: "chosen at deployment" },
  unknown: { tone: "warn", label: "no answer" },
};

const EVERY_SECONDS = 5;

type Row = ReadParameter & { key: string; change: VotedChange | undefined; match: Match };

/** Every governed value: what is documented, what the chain has, and which vote made it so. */
export async function ParameterTable() {
  await connection();
  const [read, changes] = await Promise.all([readParameters(), votedParameters(sql())]);
  const rows = read.map(({ parameter, value }): Row => {
    const key = parameterKey(parameter);
    const change = changes.get(key);
    return { parameter, value, key, change, match: matchOf(value, parameter.documented, change?.value ?? null) };
  });
  return (
    <>
      {/* The vote that made a value may not be indexed yet. */}
      {rows.some(({ match }) => match === "differs") && <Refresh seconds={EVERY_SECONDS} />}
      <Finding rows={rows} />
      <Table caption="Governed parameters">
        <thead>
          <tr>
            <Th>Parameter</Th>
            <Th numeric>On the chain</Th>
            <Th numeric wide>
              Documented
            </Th>
            <Th numeric wide>
              Bounds in the code
            </Th>
            <Th wide>Finding</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ParameterRow key={row.key} row={row} of={(name) => presentOf(rows, row, name)} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

const presentOf = (rows: Row[], { parameter }: Row, name: string) =>
  rows.find((one) => one.parameter.contract === parameter.contract && one.parameter.name === name)?.value ?? 0n;

function ParameterRow({ row, of }: { row: Row; of: (name: string) => bigint }) {
  const { parameter, value, key, change, match } = row;
  const { unit, documented } = parameter;
  const { least, most } = parameter.bounds(of);
  const address = unit === "address";
  const bounds = address ? (
    "any address"
  ) : (
    <>
      <Quantity value={least} unit={unit} /> – <Quantity value={most} unit={unit} />
    </>
  );
  return (
    <tr>
      <Td>
        {parameter.label}
        <Link
          className="block text-[12.5px] text-ink-3 hover:underline"
          href={proposeHref({ parameter: key })}
          prefetch={false}
          title="Propose to change it"
        >
          {contractNames[parameter.contract]}.
          <wbr />
          {parameter.name}
        </Link>
        <Folded>
          {documented !== null && (
            <span className="block">
              documented <Quantity value={documented} unit={unit} />
            </span>
          )}
          {!address && "bounds "}
          {bounds}
        </Folded>
        <div className="mt-1 md:hidden">
          <Found match={match} change={change} />
        </div>
      </Td>
      <Td numeric className={match === "differs" ? "font-semibold text-bad" : undefined}>
        {value === null ? (
          <span className="text-ink-3">unknown</span>
        ) : address ? (
          <Address address={formatQuantity(value, unit)} plain />
        ) : (
          formatQuantity(value, unit)
        )}
      </Td>
      <Td numeric wide>
        {documented === null ? <span className="text-ink-3">—</span> : formatQuantity(documented, unit)}
      </Td>
      <Td numeric wide>
        <span className={address ? "text-ink-3" : undefined}>{bounds}</span>
      </Td>
      <Td wide>
        <Found match={match} change={change} />
      </Td>
    </tr>
  );
}

const Quantity = ({ value, unit }: { value: bigint; unit: Unit }) => (
  <span className="whitespace-nowrap">{formatQuantity(value, unit)}</span>
);

/** Whether the value is the documented one, and which vote changed it. */
function Found({ match, change }: Pick<Row, "match" | "change">) {
  return (
    <>
      <Tag tone={looks[match].tone}>{looks[match].label}</Tag>
      {change && (
        <Link className="link mt-1 block text-[12.5px]" href={proposalHref(change.proposal)} prefetch={false}>
          by this proposal
        </Link>
      )}
    </>
  );
}

function Finding({ rows }: { rows: Row[] }) {
  const differing = rows.filter(({ match }) => match === "differs");
  const silent = rows.filter(({ match }) => match === "unknown");
  const named = (some: Row[]) => some.map(({ key }) => key).join(", ");
  if (differing.length > 0) {
    return (
      <div role="alert" className="mb-4">
        <Note tone="bad" title={`${differing.length} of ${rows.length} are not as documented, and no vote says why`}>
          {named(differing)}. Do not rely on what the documentation says of them.
        </Note>
      </div>
    );
  }
  if (silent.length > 0) {
    return (
      <div className="mb-4">
        <Note tone="warn" title={`The chain did not answer for ${silent.length} of ${rows.length}`}>
          {named(silent)}. Reload the page to ask again.
        </Note>
      </div>
    );
  }
  return (
    <div className="mb-4">
      <Note tone="good" title="Every value is as documented, or was changed by a vote">
        Read from the chain just now and held beside the documentation.
      </Note>
    </div>
  );
}

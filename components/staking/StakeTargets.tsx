import Link from "next/link";
import { connection } from "next/server";
import { z } from "zod";
import { readDeployment } from "@/lib/chain/clients.ts";
import { stakeKinds } from "@/lib/chain/stakeKinds.ts";
import { sql } from "@/lib/db/client.ts";
import { listStakeTargets, type StakeTarget } from "@/lib/db/queries/stakeTargets.ts";
import { formatOpen, OPEN } from "@/lib/format/money.ts";
import { formatCount } from "@/lib/format/number.ts";
import { stakeHref } from "../../lib/site/hrefs.ts";
import { choiceParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Defined } from "../display/Defined.tsx";
import { Choice, Filters } from "../display/Filters.tsx";
import { Refresh } from "../display/Refresh.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { kindWords, targetHref, targetName } from "./kinds.ts";

/** Others stake too, and the indexer may be late with one’s own. */
const EVERY_SECONDS = 15;
const schema = z.object({ kind: choiceParam(stakeKinds) });

/** Everything that can be staked on, with its pool and what the pool did earn. */
export async function StakeTargets({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { kind } = schema.parse(await searchParams);
  const targets = await listStakeTargets(sql(), { kind, open: readDeployment().contracts.open });
  const options = stakeKinds.map((value) => ({ value, label: kindWords[value][1] }));
  return (
    <Card
      id="pools"
      title="Pools"
      note="The larger pool is not the safer one: a slash takes the same part from each staker."
    >
      <Refresh seconds={EVERY_SECONDS} />
      <Filters action={stakeHref()}>
        <Choice name="kind" label="Kind" value={kind ?? ""} options={[{ value: "", label: "All kinds" }, ...options]} />
      </Filters>
      {targets.length > 0 ? (
        <TargetTable targets={targets} />
      ) : kind ? (
        <EmptyState title={`No ${kind} is registered`} action={<LinkButton href={stakeHref()}>All kinds</LinkButton>} />
      ) : (
        <EmptyState title="Nothing to stake on yet">
          Datanets, models and operators appear here when the registry holds one and the indexer has read it.
        </EmptyState>
      )}
    </Card>
  );
}

function TargetTable({ targets }: { targets: StakeTarget[] }) {
  return (
    <Table caption="Pools">
      <thead>
        <tr>
          <Th>Stake on</Th>
          <Th numeric>Pool, OPEN</Th>
          <Th numeric wide>
            Stakers
          </Th>
          <Th numeric>
            <Defined by="realisedYield">From fees in 30 d, per 1,000</Defined>
          </Th>
          <Th numeric wide>
            <Defined by="stakerSources">From emissions</Defined>
          </Th>
          <Th>
            <span className="sr-only">Action</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => {
          const href = targetHref(target);
          const name = targetName(target);
          return (
            <tr key={target.id}>
              <Td>
                {href ? (
                  <Link className="link" href={href} prefetch={false}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
                <span className="block text-[13px] text-ink-2">{kindWords[target.kind][0]}</span>
              </Td>
              <Td numeric>
                <Amount wei={target.tokens} preset="whole" />
              </Td>
              <Td numeric wide>
                {formatCount(target.stakers)}
              </Td>
              <Td numeric>
                <Realised pool={target.tokens} wei={target.realised?.fees} funded="fee" />
              </Td>
              <Td numeric wide>
                <Realised pool={target.tokens} wei={target.realised?.emissions} funded="emission" />
              </Td>
              <Td className="text-right">
                <LinkButton href={stakeHref(target.id)} size="small" variant="plain" aria-label={`Stake on ${name}`}>
                  Stake
                </LinkButton>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** Per 1,000 OPEN that are in the pool now; null where no record says from which source it came. */
function Realised({ pool, wei, funded }: { pool: bigint; wei: bigint | undefined; funded: "fee" | "emission" }) {
  if (pool === 0n) return <span title="Nobody has staked on it">—</span>;
  if (wei === undefined) return <span className="text-ink-3">unknown</span>;
  if (wei === 0n) return <span className="text-ink-3">{formatOpen(wei)}</span>;
  return (
    <span
      className={funded === "fee" ? "text-fee" : "text-emission"}
      title={`${formatOpen(wei, "full")} OPEN for the whole pool`}
    >
      {funded === "emission" && (
        <span aria-hidden="true" className="hatch mr-1.5 inline-block size-2.5 rounded-[2px]" />
      )}
      {formatOpen((wei * 1_000n * OPEN) / pool, "precise")}
    </span>
  );
}

import { sql } from "@/lib/db/client.ts";
import { type Slash, slashesOfTarget } from "@/lib/db/queries/slashes.ts";
import { type Staker, stakersOf } from "@/lib/db/queries/validators.ts";
import { targetPayee } from "@/lib/ledger/index.ts";
import { stakeHref } from "../../lib/site/hrefs.ts";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { SlashCause } from "./SlashCause.tsx";

/** Who has staked on an asset, and what verdicts and proofs have taken. @param asset its registry id */
export async function PoolTables({ asset }: { asset: bigint }) {
  const target = BigInt(targetPayee(asset));
  const [stakers, slashes] = await Promise.all([stakersOf(sql(), target), slashesOfTarget(sql(), target)]);
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <Card
        id="stakers"
        title="Stakers"
        note="The largest twenty, thawing stake included."
        action={
          <LinkButton href={stakeHref(asset)} size="small" variant="plain">
            Stake on it
          </LinkButton>
        }
      >
        <Stakers stakers={stakers} />
      </Card>
      <Card id="slashes" title="Slashes" note="Half goes to who brought the case or the proof, half is burnt.">
        <Slashes slashes={slashes} />
      </Card>
    </div>
  );
}

function Stakers({ stakers }: { stakers: Staker[] }) {
  if (stakers.length === 0) return <EmptyState title="Nobody has staked on it">Its pool is empty.</EmptyState>;
  return (
    <Table caption="Stakers">
      <thead>
        <tr>
          <Th>Account</Th>
          <Th numeric>Stake, OPEN</Th>
          <Th>Thaws</Th>
        </tr>
      </thead>
      <tbody>
        {stakers.map((staker) => (
          <tr key={staker.who}>
            <Td>
              <Address address={staker.who} />
            </Td>
            <Td numeric>
              <Amount wei={staker.worth} />
            </Td>
            <Td>{staker.thawing === 0n ? "no" : staker.shares === 0n ? "all of it" : "a part"}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Slashes({ slashes }: { slashes: Slash[] }) {
  if (slashes.length === 0)
    return <EmptyState title="Never slashed">No verdict and no proof has taken anything from this pool.</EmptyState>;
  return (
    <Table caption="Slashes of this pool">
      <thead>
        <tr>
          <Th>When</Th>
          <Th numeric>Taken, OPEN</Th>
          <Th>By</Th>
        </tr>
      </thead>
      <tbody>
        {slashes.map((slash) => (
          <tr key={slash.id}>
            <Td>
              <TimeAgo at={slash.at} />
            </Td>
            <Td numeric>
              <Amount wei={slash.amount} preset="precise" />
            </Td>
            <Td>
              <SlashCause {...slash} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import { connection } from "next/server";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { currentParameters } from "@/lib/db/queries/parameters.ts";
import { assetOwners } from "@/lib/db/queries/roles.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatPlural } from "@/lib/format/number.ts";
import { formatSeconds } from "@/lib/governance/quantity.ts";
import { readGuardians } from "@/lib/governance/readControl.ts";
import { pageClock } from "@/lib/site/pageClock.ts";
import { contractNames } from "../display/contracts.ts";
import { Address } from "../ui/Address.tsx";
import { Note } from "../ui/Note.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { never, powersOf } from "./powers.ts";

/** Who can change what, and how long everybody else has before it holds. */
export async function PowerTable() {
  await connection();
  const { contracts } = readDeployment();
  const [values, owners, guardians, now] = await Promise.all([
    currentParameters(sql()),
    assetOwners(sql(), contracts.registry),
    readGuardians(),
    pageClock(),
  ]);
  const times = ["governor.votingDelay", "governor.votingPeriod", "timelock.minDelay"].map((key) => values.get(key));
  const vote = times.every((time) => time !== undefined)
    ? formatSeconds(times.reduce((sum, time) => sum + time!, 0n))
    : "unknown";
  const extension = values.get("governor.lateQuorumVoteExtension");
  const late = extension === undefined ? "an unknown time" : formatSeconds(extension);
  const assets = owners.reduce((sum, one) => sum + one.assets, 0);
  const paused = guardians.filter(({ pausedUntil }) => pausedUntil > now);
  return (
    <>
      {paused.map(({ contract, pausedUntil }) => (
        <div key={contract} className="mb-4">
          <Note tone="warn" title={`${contractNames[contract]} is paused`}>
            No root is posted and no verdict carried out until {formatDateTime(pausedUntil)}. Claims and withdrawals go
            on.
          </Note>
        </div>
      ))}
      <Table caption="Powers">
        <thead>
          <tr>
            <Th>To …</Th>
            <Th>Who</Th>
            <Th>Holds after</Th>
          </tr>
        </thead>
        <tbody>
          {powersOf(vote, late).map(({ to, who, after }) => (
            <tr key={to}>
              <Td>{to}</Td>
              <Td>
                {who === "guardian"
                  ? guardians.map(({ contract, guardian }) => (
                      <span key={contract} className="block">
                        guardian of {contractNames[contract]} <Address address={guardian} />
                      </span>
                    ))
                  : who === "owners"
                    ? `its owner: ${formatPlural(assets, "asset")}`
                    : who}
              </Td>
              <Td>{after}</Td>
            </tr>
          ))}
          {never.map((to) => (
            <tr key={to}>
              <Td>{to}</Td>
              <Td>
                <strong className="font-semibold">nobody</strong>
              </Td>
              <Td>
                <span className="text-ink-2">never</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

import Link from "next/link";
import { readDeployment } from "@/lib/chain/clients.ts";
import type { EpochRow } from "@/lib/db/queries/epochRows.ts";
import type { EpochFees } from "@/lib/db/queries/epochs.ts";
import { contributorHref } from "../../lib/site/hrefs.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { Fee } from "../display/Fee.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";

/** Where the money of an epoch comes from, fees and emission apart. */
export function EpochFunding({ epoch, funded }: { epoch: EpochRow; funded: EpochFees }) {
  const other = epoch.added - funded.fees - funded.emissions;
  return (
    <Card id="funding" title="What it distributes" className="mb-6">
      <Facts>
        <Fact label="Fees of its receipts">
          <Fee wei={funded.fees} preset="precise" unit />
        </Fact>
        <Fact label="From emission">
          <span className={funded.emissions === 0n ? "text-ink-3" : "text-emission"}>
            <Amount wei={funded.emissions} preset="precise" unit />
          </span>
        </Fact>
        {other > 0n && (
          <Fact label="Other funding">
            <Amount wei={other} preset="precise" unit />, such as fees of receipts not on record here, or money of a
            refused epoch before it
          </Fact>
        )}
      </Facts>
      <p className="mt-4 text-[13px] text-ink-2">
        What no receipt claims, emission included, is{" "}
        <Link className="link" href={contributorHref(readDeployment().treasury)} prefetch={false}>
          the treasury’s
        </Link>
        .
      </p>
    </Card>
  );
}

import Link from "next/link";
import { connection } from "next/server";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { overviewFigures } from "@/lib/db/queries/overview.ts";
import { formatCount, formatPlural, formatShare } from "@/lib/format/number.ts";
import { contributorHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { Defined } from "../display/Defined.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";

const WEEK = 7 * 86_400;

/** The last seven days of chain time in four figures, good or bad. */
export async function OverviewFigures() {
  await connection();
  const since = (await pageClock()) - WEEK;
  const figures = await overviewFigures(sql(), since);
  return (
    <Stats>
      <Stat
        value={
          <Link href={receiptsHref()} className="hover:text-accent">
            {formatCount(figures.answers)}
          </Link>
        }
      >
        <Defined by="answersPaid">answers paid, last 7 days</Defined>
        {figures.pending > 0 && ` · ${formatCount(figures.pending)} being attributed`}
      </Stat>
      <Stat value={<Amount wei={figures.fees} preset="precise" />} unit="OPEN">
        <Defined by="fees">fees, last 7 days</Defined>
        {figures.payers > 0 && (
          <>
            <span className="max-sm:hidden"> · </span>
            <br className="sm:hidden" />
            <Defined by="payers">
              {formatPlural(figures.payers, "payer")}
              {figures.payers > 1 && `, the largest paid ${formatShare(figures.largestPayer, figures.fees)}`}
            </Defined>
          </>
        )}
      </Stat>
      <Stat
        value={
          <span className="text-fee">
            <Amount wei={figures.toContributors} preset="precise" />
          </span>
        }
        unit="OPEN"
      >
        <Defined by="toContributors">
          earned by {formatPlural(figures.contributors, "contributor")} from these fees, last 7 days
        </Defined>
      </Stat>
      <Stat value={formatShare(figures.unattributed, figures.pool)}>
        <Defined by="unattributed">
          of the contributors’ part of these fees matched nobody’s text and went to the treasury, last 7 days
        </Defined>{" "}
        ·{" "}
        <Link className="link" href={contributorHref(readDeployment().treasury)} prefetch={false}>
          the treasury
        </Link>
      </Stat>
    </Stats>
  );
}

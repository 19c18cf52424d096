import { connection } from "next/server";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { type ContributorTotals, contributorTotals } from "@/lib/db/queries/contributors.ts";
import { shortHex } from "@/lib/format/address.ts";
import { formatCount, formatPlural } from "@/lib/format/number.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { addressParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Block } from "../display/Block.tsx";
import { Defined } from "../display/Defined.tsx";
import { Fee } from "../display/Fee.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BlockSkeleton, TableSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { ContributorContributions } from "./ContributorContributions.tsx";
import { ContributorModels } from "./ContributorModels.tsx";
import { Earnings } from "./Earnings.tsx";

type Props = { params: Promise<{ address: string }>; searchParams: Promise<RawParams> };

export async function ContributorPage({ params, searchParams }: Props) {
  await connection();
  const { address: text } = await params;
  const address = addressParam.parse(text);
  if (!address) {
    return (
      <>
        <PageHeader title="Not an address" />
        <EmptyState
          title="A profile’s address is 0x and 40 hex digits"
          action={<LinkButton href="/datanets">Datanets and their contributors</LinkButton>}
        >
          <span className="break-all">{text}</span>
        </EmptyState>
      </>
    );
  }
  const totals = await contributorTotals(sql(), address, await pageClock());
  const isTreasury = address.toLowerCase() === readDeployment().treasury.toLowerCase();
  return (
    <>
      <PageHeader
        eyebrow={isTreasury ? "Treasury" : totals.contributions === 0 ? "Account" : "Contributor"}
        title={<span title={address}>{shortHex(address, 8, 6)}</span>}
        action={<CopyButton text={address} label="Copy address" />}
      >
        {isTreasury ? "What no receipt gives to anybody comes here; governance spends it." : contributed(totals)}
      </PageHeader>
      <Totals totals={totals} />
      <div className="grid grid-cols-1 gap-6">
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
          <Block what="The earnings" skeleton={<BlockSkeleton className="h-72" />}>
            <Earnings address={address} />
          </Block>
          <Block what="The models" skeleton={<TableSkeleton rows={3} />}>
            <ContributorModels address={address} earned={totals.earned} />
          </Block>
        </div>
        <Block what="The contributions" skeleton={<TableSkeleton rows={8} />}>
          <ContributorContributions address={address} searchParams={searchParams} />
        </Block>
      </div>
    </>
  );
}

const contributed = ({ contributions, accepted, words, answers }: ContributorTotals) =>
  contributions === 0
    ? "This address has contributed nothing so far."
    : `${formatPlural(accepted, "contribution")} accepted of ${formatCount(contributions)}, ${formatCount(words)} words; ${formatPlural(answers, "answer")} used them.`;

/** Money in the order it moves. Fee money only: emissions reach the treasury. */
function Totals({ totals }: { totals: ContributorTotals }) {
  const fee = (wei: bigint) => <Fee wei={wei} preset="precise" />;
  return (
    <Stats>
      <Stat value={fee(totals.earned)} unit="OPEN">
        <Defined by="earned">earned from fees</Defined>
      </Stat>
      <Stat value={fee(totals.accrued)} unit="OPEN">
        <Defined by="accrued">accrued</Defined>
      </Stat>
      <Stat value={fee(totals.inWindow)} unit="OPEN">
        <Defined by="inWindow">in the challenge window</Defined>
      </Stat>
      {totals.inDispute > 0n && (
        <Stat value={fee(totals.inDispute)} unit="OPEN">
          <Defined by="inDispute">in dispute</Defined>
        </Stat>
      )}
      <Stat value={fee(totals.claimable)} unit="OPEN">
        <Defined by="claimable">claimable</Defined>
      </Stat>
      <Stat value={fee(totals.paid)} unit="OPEN">
        <Defined by="claimed">claimed</Defined>
      </Stat>
    </Stats>
  );
}

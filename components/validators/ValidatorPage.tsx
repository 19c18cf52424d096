import { connection } from "next/server";
import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import { validatorById } from "@/lib/db/queries/validators.ts";
import { formatDate } from "@/lib/format/date.ts";
import { formatCount, formatShare } from "@/lib/format/number.ts";
import { stakeHref, validatorHref, validatorsHref } from "../../lib/site/hrefs.ts";
import { choiceParam, idParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Block } from "../display/Block.tsx";
import { Contact } from "../display/Contact.tsx";
import { Defined } from "../display/Defined.tsx";
import { nameOf } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { TableSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { ReviewQueue } from "./ReviewQueue.tsx";
import { ValidatorReviews } from "./ValidatorReviews.tsx";
import { ValidatorStake } from "./ValidatorStake.tsx";
import { ValidatorVerdicts } from "./ValidatorVerdicts.tsx";

const tabs = ["queue", "reviews", "verdicts", "stake"] as const;
const labels = { queue: "Review queue", reviews: "Reviews", verdicts: "Verdicts", stake: "Stake" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParams> };

export async function ValidatorPage({ params, searchParams }: Props) {
  await connection();
  const { id: text } = await params;
  const raw = await searchParams;
  const id = idParam.parse(text);
  const validator = id === undefined ? null : await validatorById(sql(), id);
  if (!validator) {
    return (
      <>
        <PageHeader title="No such validator" />
        <EmptyState
          title={`Nothing is registered as validator ${text}`}
          action={<LinkButton href={validatorsHref}>All validators</LinkButton>}
        >
          Numbers are given out by the registry in order. One that was registered a moment ago appears when the indexer
          has read its block.
        </EmptyState>
      </>
    );
  }
  const tab = z.object({ tab: choiceParam(tabs) }).parse(raw).tab ?? "queue";
  const name = nameOf("validator", validator.id, validator.name);
  const view = {
    queue: <ReviewQueue validator={validator} />,
    reviews: <ValidatorReviews validator={validator} raw={raw} />,
    verdicts: <ValidatorVerdicts validator={validator} />,
    stake: <ValidatorStake validator={validator} />,
  }[tab];
  return (
    <>
      <PageHeader
        eyebrow={`Validator ${validator.id} · registered ${formatDate(validator.registeredAt)}`}
        title={name}
        action={<LinkButton href={stakeHref(validator.id)}>Stake on it</LinkButton>}
      >
        Owned by <Address address={validator.owner} />, who signs for it. Contact:{" "}
        <Contact contact={validator.contact} />.
      </PageHeader>
      <Stats>
        <Stat value={<Amount wei={validator.tokens} preset="whole" />} unit="OPEN">
          <Defined by="atRisk">at risk</Defined>
        </Stat>
        <Stat value={formatShare(BigInt(validator.agreed), BigInt(validator.reviews))}>
          <Defined by="agreement">agreement</Defined>, over {formatCount(validator.reviews)} reviews
        </Stat>
        <Stat value={formatCount(validator.verdicts)}>
          <Defined by="verdicts">verdicts signed</Defined>
        </Stat>
        <Stat value={formatCount(validator.slashes)}>
          <Defined by="faults">faults</Defined>
          {validator.slashes > 0 && (
            <>
              , <Amount wei={validator.slashed} preset="whole" unit /> taken
            </>
          )}
        </Stat>
      </Stats>
      <Tabs
        label={name}
        items={tabs.map((key) => ({
          href: validatorHref(validator.id, { tab: key === "queue" ? undefined : key }),
          label: labels[key],
          current: key === tab,
        }))}
      />
      <Block what={`The ${labels[tab].toLowerCase()}`} skeleton={<TableSkeleton rows={6} />}>
        {view}
      </Block>
    </>
  );
}

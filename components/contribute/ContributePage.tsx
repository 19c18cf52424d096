import Link from "next/link";
import { connection } from "next/server";
import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import { datanetById } from "@/lib/db/queries/datanets.ts";
import { datanetHref } from "../../lib/site/hrefs.ts";
import { idParam, type RawParams } from "../../lib/site/searchParams.ts";
import { nameOf } from "../display/names.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { ContributeForm } from "./ContributeForm.tsx";
import { ContributionProgress } from "./ContributionProgress.tsx";
import type { DataType } from "./readTextFile.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParams> };

/** The datanet's terms, then the form, or where the contribution in the URL stands. */
export async function ContributePage({ params, searchParams }: Props) {
  await connection();
  const id = idParam.parse((await params).id);
  const datanet = id === undefined ? null : await datanetById(sql(), id);
  if (!datanet) {
    return (
      <>
        <PageHeader title="No such datanet" />
        <EmptyState
          title="There is nothing to contribute to at this number"
          action={<LinkButton href="/datanets">All datanets</LinkButton>}
        >
          The link may be mistyped, or the datanet is newer than the index.
        </EmptyState>
      </>
    );
  }
  const name = nameOf("datanet", datanet.id, datanet.name);
  const sent = idParam.parse((await searchParams).contribution);
  return (
    <>
      <PageHeader
        eyebrow={
          <Link className="link" href={datanetHref(datanet.id)}>
            {name}
          </Link>
        }
        title={`Contribute to ${name}`}
      >
        {datanet.summary} Licence: {datanet.licence ?? "unknown"}.
      </PageHeader>
      {datanet.id === COMMONS ? (
        <EmptyState
          title="The commons take no contributions"
          action={<LinkButton href="/datanets">Choose another datanet</LinkButton>}
        >
          They are public text that nobody owns; governance adds to them.
        </EmptyState>
      ) : sent !== undefined ? (
        <ContributionProgress datanet={datanet.id} id={sent} />
      ) : (
        <ContributeForm
          datanet={{
            id: datanet.id,
            name,
            licence: datanet.licence,
            dataType: datanet.dataType as DataType | null,
            direct: datanet.direct ?? false,
            minReviews: datanet.minReviews,
          }}
        />
      )}
    </>
  );
}

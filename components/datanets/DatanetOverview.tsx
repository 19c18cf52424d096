import Link from "next/link";
import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import type { Datanet } from "@/lib/db/queries/datanets.ts";
import { type DatanetModel, modelsOfDatanet } from "@/lib/db/queries/usage.ts";
import { formatDate } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { modelHref, newCaseHref } from "../../lib/site/hrefs.ts";
import { Contact } from "../display/Contact.tsx";
import { Fact, Facts } from "../display/Facts.tsx";
import { Fee } from "../display/Fee.tsx";
import { nameOf } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { bondPerThousandWords } from "./bond.ts";
import { DatanetVersions } from "./DatanetVersions.tsx";

export async function DatanetOverview({ datanet }: { datanet: Datanet }) {
  const [models, bond] = await Promise.all([modelsOfDatanet(sql(), datanet.id), bondPerThousandWords()]);
  const commons = datanet.id === COMMONS;
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 grid-cols-1 gap-6">
        <About datanet={datanet} />
        <ModelsMadeFromIt models={models} commons={commons} />
      </div>
      <Terms datanet={datanet} bond={bond} commons={commons} />
      <div className="min-w-0 lg:col-span-2">
        {commons ? (
          <Card id="versions" title="Not versioned">
            <p className="max-w-prose">
              The ledger of a model version takes every text that stood here before that version was published.
            </p>
          </Card>
        ) : (
          <DatanetVersions datanet={datanet.id} />
        )}
      </div>
    </div>
  );
}

function About({ datanet }: { datanet: Datanet }) {
  return (
    <Card id="about" title="About">
      <p className="max-w-prose whitespace-pre-line">
        {datanet.description ?? datanet.summary ?? "No description was given."}
      </p>
      {datanet.tags && datanet.tags.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-1.5">
          {datanet.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
    </Card>
  );
}

function ModelsMadeFromIt({ models, commons }: { models: DatanetModel[]; commons: boolean }) {
  return (
    <Card
      id="models"
      title="Models made from it"
      note={
        models.length > 0 ? "Answers that used this datanet, and what its contributors earned from them." : undefined
      }
    >
      {models.length === 0 ? (
        <EmptyState title="No model names it as a parent">
          {commons
            ? "It still stands first in the ledger of every model."
            : "Its contributions earn when a model built on it answers."}
        </EmptyState>
      ) : (
        <Table caption="Models made from this datanet">
          <thead>
            <tr>
              <Th>Model</Th>
              <Th numeric>Answers</Th>
              <Th numeric>Earned, OPEN</Th>
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr key={model.model}>
                <Td>
                  <Link className="link" href={modelHref(model.model)}>
                    {nameOf("model", model.model, model.name)}
                  </Link>{" "}
                  <span className="text-[13px] text-ink-3">v{model.version}</span>
                </Td>
                <Td numeric>{formatCount(model.answers)}</Td>
                <Td numeric>
                  <Fee wei={model.earned} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function Terms({ datanet, bond, commons }: { datanet: Datanet; bond: string | null; commons: boolean }) {
  return (
    <Card id="terms" title="Terms">
      <Facts>
        <Fact label="Licence">{datanet.licence && <Tag>{datanet.licence}</Tag>}</Fact>
        <Fact label="Data">{datanet.dataType}</Fact>
        <Fact label="Owner">{commons ? "nobody: public text" : <Address address={datanet.owner} />}</Fact>
        <Fact label="Contact">
          <Contact contact={datanet.contact} />
        </Fact>
        <Fact label="Reviews needed">
          {commons
            ? "none: added by governance"
            : datanet.minReviews === null
              ? "not set: the owner must set a policy first"
              : `at least ${datanet.minReviews}`}
        </Fact>
        {!commons && (
          <>
            <Fact label="Commit, reveal">
              {datanet.direct
                ? "one step allowed; it gives up protection from front-running"
                : "two steps, so that nobody can copy a reveal"}
            </Fact>
            <Fact label="Bond">{bond && `${bond} OPEN per 1,000 words, returned unless rejected`}</Fact>
          </>
        )}
        <Fact label="Registered">{formatDate(datanet.registeredAt)}</Fact>
        <Fact label="Document">
          <Hash value={datanet.uri.replace("ipfs://", "")} />
        </Fact>
        <Fact label="Transaction">
          <Hash value={datanet.tx} />
        </Fact>
      </Facts>
      {!commons && (
        <p className="mt-4 text-[13px] text-ink-2">
          Plagiarised, or not what it claims to be?{" "}
          <Link className="link" href={newCaseHref("asset", datanet.id)} prefetch={false}>
            Bring a case
          </Link>
        </p>
      )}
    </Card>
  );
}

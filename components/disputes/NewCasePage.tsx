import { connection } from "next/server";
import { z } from "zod";
import { arbiterAbi } from "@/lib/abi/arbiter.ts";
import { settlementAbi } from "@/lib/abi/settlement.ts";
import { publicClient, readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { type Accusable, accusable } from "@/lib/db/queries/accusable.ts";
import { casesAbout } from "@/lib/db/queries/cases.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { choiceParam, idParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Note } from "../ui/Note.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { CaseTable } from "./CaseTable.tsx";
import { ChooseSubject } from "./ChooseSubject.tsx";
import { OpenCaseForm } from "./OpenCaseForm.tsx";

const subjects = ["epoch", "asset", "contribution"] as const;
const schema = z.object({ subject: choiceParam(subjects), id: idParam });

/** Brings a case about what the address names: `?subject=epoch|asset|contribution&id=`. */
export async function NewCasePage({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { subject, id } = schema.parse(await searchParams);
  const now = await pageClock();
  const about = subject && id !== undefined ? await accusable(sql(), subject, id, now) : null;
  if (!about) {
    return (
      <>
        <PageHeader title="Bring a case">Choose what it is about. Its page leads here too.</PageHeader>
        {subject && id !== undefined && (
          <div className="mb-6">
            <Note tone="warn" title={`There is no ${subject} ${id}`}>
              Choose another, or come back when the indexer has read its block.
            </Note>
          </div>
        )}
        <ChooseSubject now={now} />
      </>
    );
  }
  const [bond, before] = await Promise.all([
    bondOf(about),
    casesAbout(sql(), readDeployment().contracts, about.subject, about.id),
  ]);
  return (
    <>
      <PageHeader eyebrow={`About ${about.subject} ${about.id}`} title={`Bring a case: ${about.name}`}>
        {intro[about.subject]}
      </PageHeader>
      <div className="grid grid-cols-1 gap-6">
        {about.refusal ? (
          <EmptyState title="No case can be brought now">{about.refusal}</EmptyState>
        ) : (
          <OpenCaseForm about={about} bond={bond} />
        )}
        {before.length > 0 && (
          <Card id="before" title="Cases about it so far">
            <CaseTable cases={before} now={now} />
          </Card>
        )}
      </div>
    </>
  );
}

const intro = {
  epoch:
    "You claim that its root does not follow from the chain and the public files. Redo it first with npm run verify. It stops the epoch’s claims until it is decided.",
  asset:
    "You claim that it deceives: false lineage, a plagiarised datanet, a provider that signed two answers to one deterministic request.",
  contribution: "You claim that it was not the contributor’s to give: plagiarism, or a licence that is not theirs.",
};

/** Wei of OPEN that the challenger puts up; nothing more where an epoch is disputed already. */
async function bondOf({ subject, disputed }: Accusable): Promise<bigint> {
  const { arbiter, settlement } = readDeployment().contracts;
  const client = publicClient();
  if (subject !== "epoch") return client.readContract({ address: arbiter, abi: arbiterAbi, functionName: "bond" });
  if (disputed) return 0n;
  return client.readContract({ address: settlement, abi: settlementAbi, functionName: "disputeBond" });
}

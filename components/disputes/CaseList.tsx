import { connection } from "next/server";
import { z } from "zod";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { disputesOf, listCases } from "@/lib/db/queries/cases.ts";
import { disputesHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { choiceParam, type RawParams } from "../../lib/site/searchParams.ts";
import { verifyCommandHere } from "../../lib/site/verifyCommand.ts";
import { Choice, Filters } from "../display/Filters.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { CaseTable } from "./CaseTable.tsx";
import { DisputeTable } from "./DisputeTable.tsx";

const states = ["open", "closed"] as const;
const schema = z.object({ state: choiceParam(states) });

/** Cases before the arbiter, and disputed epochs, those that nobody has brought before it included. */
export async function CaseList({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { state } = schema.parse(await searchParams);
  const { contracts } = readDeployment();
  const [cases, disputes, now] = await Promise.all([
    listCases(sql(), contracts, { state }),
    disputesOf(sql(), contracts.settlement),
    pageClock(),
  ]);
  const options = [
    { value: "", label: "All cases" },
    { value: "open", label: "Open" },
    { value: "closed", label: "Ruled" },
  ];
  return (
    <div className="grid grid-cols-1 gap-6">
      <Card id="cases" title="Cases">
        <Filters action={disputesHref}>
          <Choice name="state" label="State" value={state ?? ""} options={options} />
        </Filters>
        {cases.length > 0 ? (
          <CaseTable cases={cases} now={now} />
        ) : state ? (
          <EmptyState
            title={state === "open" ? "No case is open" : "No case has been ruled"}
            action={<LinkButton href={disputesHref}>All cases</LinkButton>}
          />
        ) : (
          <EmptyState title="No case yet">
            Nobody has brought anything before the arbiter. A case can be about an epoch, a datanet, a model, a provider
            or another operator, or a contribution.
          </EmptyState>
        )}
      </Card>
      <Card
        id="epochs"
        title="Disputed epochs"
        note="A dispute stops an epoch’s claims until it is decided. A malformed root needs no case: a proof rejects it at once."
      >
        {disputes.length > 0 ? (
          <DisputeTable disputes={disputes} now={now} />
        ) : (
          <EmptyState title="No epoch was disputed">
            Every posted root is redone by the worker’s watcher, and by anybody with{" "}
            <code className="font-mono text-[13px]">{verifyCommandHere("all")}</code>.
          </EmptyState>
        )}
      </Card>
    </div>
  );
}

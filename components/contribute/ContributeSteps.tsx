"use client";

import Link from "next/link";
import type { ErrorCode } from "../../lib/errors/codes.ts";
import type { ContributeFacts, ContributeRequest } from "../../lib/flows/contribute.ts";
import { contributeHref } from "../../lib/site/hrefs.ts";
import { FlowSteps } from "../tx/FlowSteps.tsx";
import { Gate } from "../tx/Gate.tsx";
import type { FlowHandle } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote, Note } from "../ui/Note.tsx";

/** Cases in which going on cannot help. */
const isOver = new Set<ErrorCode>(["tooLate", "badCommitment", "badStatus", "duplicate"]);

/** A contribution under way: its steps, and going on with it after an interruption. */
export function ContributeSteps({
  flow,
  here,
}: {
  flow: FlowHandle<ContributeRequest, ContributeFacts>;
  here: bigint;
}) {
  const { record, running } = flow;
  if (!record) return null;
  const { request, facts } = record;
  const committed = facts.contribution !== null;
  const over = record.steps.some((step) => step.phase === "failed" && step.error && isOver.has(step.error.code));
  const next = record.steps.find((step) => step.phase !== "done");
  const act = next?.id === "reveal" ? "Reveal now" : next?.phase === "failed" ? "Try this step again" : "Go on";
  return (
    <Card title={request.title} note={<Progressing committed={committed} request={request} here={here} />}>
      <FlowSteps steps={record.steps} title={flow.title} />
      {flow.problem && <ErrorNote>{flow.problem}</ErrorNote>}
      {!running && (
        <div className="mt-5 flex flex-wrap items-center gap-3">
          {!over && (
            <Gate purpose="go on" reason={null} onAct={() => void flow.resume()}>
              {act}
            </Gate>
          )}
          {over && (
            <Button variant="primary" onClick={flow.discard}>
              Start a new one
            </Button>
          )}
          {!committed && !over && <Button onClick={flow.discard}>Change the text</Button>}
        </div>
      )}
      {committed && !running && !over && (
        <div className="mt-5">
          <Note tone="warn" title="Committed, not revealed yet">
            Reveal it from this browser within a day of the commit: only it holds the secret that the commitment hides
            behind. Unrevealed, the text does not count, and its bond can be taken back after that day.
          </Note>
        </div>
      )}
    </Card>
  );
}

function Progressing({ committed, request, here }: { committed: boolean; request: ContributeRequest; here: bigint }) {
  if (request.datanet !== here) {
    return (
      <>
        This contribution is for{" "}
        <Link className="link" href={contributeHref(request.datanet)}>
          datanet {String(request.datanet)}
        </Link>
        ; finish it before you begin another.
      </>
    );
  }
  return committed
    ? "Your place in the ledger is taken."
    : "Leave this page whenever you like: it goes on where it stopped.";
}

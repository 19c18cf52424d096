import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { pipeline } from "@/lib/db/queries/pipeline.ts";
import { formatDuration } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { receiptsHref } from "../../lib/site/hrefs.ts";
import { Card } from "../ui/Card.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

/** Seconds a trace may take before the page calls the worker late. */
const LATE = 30;
const microseconds = (value: number | null) => (value === null ? "—" : `${(value / 1_000).toFixed(2)} ms`);

/** How far attribution, intake and settlement are behind. */
export async function WorkerStatus() {
  await connection();
  const state = await pipeline(sql());
  const late = state.waitingSeconds > LATE;
  return (
    <Card
      id="worker"
      title="Worker"
      action={
        <Tag tone={late ? "bad" : state.pendingTraces > 0 ? "warn" : "good"}>
          {late
            ? `${formatDuration(state.waitingSeconds)} behind`
            : state.pendingTraces > 0
              ? "working"
              : "nothing waits"}
        </Tag>
      }
      note={late ? "Answers are served and paid for meanwhile; their shares appear when it is back." : undefined}
    >
      <Table caption="What waits for the worker">
        <thead>
          <tr>
            <Th>Work</Th>
            <Th numeric>Waiting</Th>
          </tr>
        </thead>
        <tbody>
          <Row name="Answers to attribute" count={state.pendingTraces} />
          <Row name="Contributions to fetch and check" count={state.pendingIntake} />
          <Row name="Contributions in review" count={state.inReview} />
          <tr>
            <Td>
              <Link className="link" href={receiptsHref({ epoch: "open" })}>
                Receipts that wait for their epoch
              </Link>
            </Td>
            <Td numeric>{formatCount(state.unsettled)}</Td>
          </tr>
          <tr>
            <Td>Time to trace an answer, p50 and p95 of the newest 1,000</Td>
            <Td numeric>
              {microseconds(state.traceP50)} · {microseconds(state.traceP95)}
            </Td>
          </tr>
        </tbody>
      </Table>
    </Card>
  );
}

function Row({ name, count }: { name: string; count: number }) {
  return (
    <tr>
      <Td>{name}</Td>
      <Td numeric>{formatCount(count)}</Td>
    </tr>
  );
}

import Link from "next/link";
import type { ModelSummary } from "@/lib/db/queries/models.ts";
import { formatBps, formatCount, formatMs, formatPlural } from "@/lib/format/number.ts";
import { modelHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf } from "../display/names.ts";
import { Amount } from "../ui/Amount.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

/** @param namesakes models that share their name with another */
export function ModelTable({ models, namesakes }: { models: ModelSummary[]; namesakes: ReadonlySet<bigint> }) {
  if (models.length === 0) {
    return (
      <EmptyState title="No models yet">
        They appear here when the registry holds one and the indexer has read it.
      </EmptyState>
    );
  }
  return (
    <Table caption="Models">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th numeric>OPEN per 1,000 tokens</Th>
          <Th numeric wide>
            <Defined by="firstToken">First token, p50</Defined>
          </Th>
          <Th numeric wide>
            <Defined by="meanCoverage">Attributed of an answer, mean</Defined>
          </Th>
          <Th numeric wide>
            Answers
          </Th>
          <Th numeric wide>
            Fees, OPEN
          </Th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id}>
            <Td>
              <div className="flex items-baseline gap-1.5">
                <Link className="link" href={modelHref(model.id)}>
                  {nameOf("model", model.id, model.name, namesakes)}
                </Link>
                <span className="text-[13px] text-ink-3">v{model.version}</span>
              </div>
              {model.summary && (
                <p className="line-clamp-2 md:line-clamp-1 max-w-prose text-[13px] text-ink-2">{model.summary}</p>
              )}
              <Folded>
                {model.coverageBps === null ? "" : `${formatBps(model.coverageBps)} attributed, `}
                {formatPlural(model.answers, "answer")}, <Amount wei={model.fees} preset="precise" unit /> of fees
              </Folded>
            </Td>
            <Td numeric>
              {model.perThousandTokens === null ? "unknown" : <Amount wei={model.perThousandTokens} preset="exact" />}
            </Td>
            <Td numeric wide>
              {model.firstTokenP50 === null ? "—" : formatMs(model.firstTokenP50)}
            </Td>
            <Td numeric wide>
              {model.coverageBps === null ? "—" : formatBps(model.coverageBps)}
            </Td>
            <Td numeric wide>
              <Link className="hover:underline" href={receiptsHref({ model: String(model.id) })} prefetch={false}>
                {formatCount(model.answers)}
              </Link>
            </Td>
            <Td numeric wide>
              <Amount wei={model.fees} preset="precise" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

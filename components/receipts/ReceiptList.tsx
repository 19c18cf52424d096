import { connection } from "next/server";
import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import { modelNamesakes } from "@/lib/db/queries/namesakes.ts";
import { listReceipts, receiptFacets } from "@/lib/db/queries/receipts.ts";
import { shortHex } from "@/lib/format/address.ts";
import { formatPlural } from "@/lib/format/number.ts";
import { playgroundHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { addressParam, idParam, pageOf, pageParam, type RawParams, textParam } from "../../lib/site/searchParams.ts";
import { Choice, Filters } from "../display/Filters.tsx";
import { nameOf } from "../display/names.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { ReceiptTable } from "./ReceiptTable.tsx";

const SIZE = 25;
const epochParam = textParam.transform((text) =>
  text === "open" ? ("open" as const) : /^\d{1,9}$/.test(text) ? Number(text) : undefined,
);
const schema = z.object({ q: textParam, model: idParam, payer: addressParam, epoch: epochParam, page: pageParam });

export async function ReceiptList({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { q, model, payer, epoch, page } = schema.parse(await searchParams);
  const [{ rows, total }, facets, namesakes, now] = await Promise.all([
    pageClock().then((clock) =>
      listReceipts(sql(), { search: q, model, payer, epoch, limit: SIZE, offset: (page - 1) * SIZE }, clock),
    ),
    receiptFacets(sql()),
    modelNamesakes(sql()),
    pageClock(),
  ]);
  const filtered = q !== "" || model !== undefined || payer !== undefined || epoch !== undefined;
  const query = { q, model: model === undefined ? undefined : String(model), payer, epoch };
  const href = (target: number | null) =>
    target === null ? null : receiptsHref({ ...query, page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, total);
  return (
    <>
      <Filters
        action="/receipts"
        keep={payer ? { payer } : {}}
        search={{ label: "Search a question, a receipt’s id or a payer", value: q }}
      >
        <Choice
          name="model"
          label="Model"
          value={query.model ?? ""}
          options={[
            { value: "", label: "Any model" },
            ...facets.models.map((row) => ({
              value: String(row.id),
              label: nameOf("model", row.id, row.name, namesakes),
            })),
          ]}
        />
        <Choice
          name="epoch"
          label="Epoch"
          value={epoch === undefined ? "" : String(epoch)}
          options={[
            { value: "", label: "Any epoch" },
            { value: "open", label: "None yet" },
            ...facets.epochs.map((id) => ({ value: String(id), label: `Epoch ${id}` })),
          ]}
        />
      </Filters>
      <p className="mb-3 flex flex-wrap items-center gap-3 text-[13px] text-ink-2">
        <span>{formatPlural(total, "receipt")}</span>
        {payer && <span>paid by {shortHex(payer)}</span>}
        {filtered && (
          <LinkButton href={receiptsHref()} size="small">
            Clear filters
          </LinkButton>
        )}
      </p>
      {rows.length > 0 && <ReceiptTable rows={rows} now={now} namesakes={namesakes} />}
      {rows.length === 0 && total > 0 && (
        <EmptyState
          title="The list ends before this page"
          action={<LinkButton href={href(1)!}>To its first page</LinkButton>}
        />
      )}
      {total === 0 && filtered && (
        <EmptyState
          title="No receipt matches"
          action={<LinkButton href={receiptsHref()}>Show all receipts</LinkButton>}
        >
          Private questions cannot be searched by their text: only payer and gateway know it. Search those by the
          receipt’s id.
        </EmptyState>
      )}
      {total === 0 && !filtered && (
        <EmptyState title="No receipts yet" action={<LinkButton href={playgroundHref()}>Ask a question</LinkButton>}>
          Every answer leaves one here, a moment after it was served.
        </EmptyState>
      )}
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </>
  );
}

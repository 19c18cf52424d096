import { UnavailableError } from "./difference.ts";
import { parseLedger } from "./ledgerLines.ts";
import type { BookedReceipt, Facts, ShownReceipt, Source } from "./types.ts";

/** What is public, as an OpenLedger site serves it to anybody. @param api its origin */
export function createHttpSource(facts: Facts, api: string): Source {
  async function get(path: string, what: string): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`${api}${path}`);
    } catch {
      throw new UnavailableError(`${what} cannot be fetched: nothing answers at ${api}`);
    }
    if (response.ok) return response;
    throw new UnavailableError(`${what} cannot be fetched: ${response.status} from ${path}`);
  }

  return {
    facts,
    file: async (cid) =>
      new Uint8Array(await (await get(`/api/v1/blobs/${encodeURIComponent(cid)}`, `file ${cid}`)).arrayBuffer()),
    ledger: async (model, version) =>
      parseLedger(
        await (await get(`/api/v1/ledgers/${model}/${version}`, `the ledger of model ${model} v${version}`)).text(),
      ),
    receipt: async (id) => (await (await get(`/api/v1/receipts/${id}`, `receipt ${id}`)).json()) as ShownReceipt,
    booked: async (after, upTo) => {
      const answer = await get(`/api/v1/receipts?after=${after}&upTo=${upTo}`, "the list of receipts");
      const { data } = (await answer.json()) as { data: (Omit<BookedReceipt, "fee"> & { fee: string })[] };
      return data.map(({ fee, ...receipt }) => ({ ...receipt, fee: BigInt(fee) }));
    },
  };
}

import type { ServedReceipt } from "../../../lib/db/worker/traces.ts";
import type { WorkerContext } from "../context.ts";
import type { Attributed } from "./Attributed.ts";
import { attributeInContext } from "./attributeInContext.ts";
import { attributeSpans } from "./attributeSpans.ts";
import type { ModelLedgers } from "./ModelLedgers.ts";

/** @throws what may pass: an index that is behind, a text or document that is not there yet. The receipt is then tried again. */
export type Attribute = (receipt: ServedReceipt) => Promise<Attributed>;

/** Attributes answers by the method of the model version that gave them. */
export function attributor({ bits, store }: Pick<WorkerContext, "bits" | "store">, ledgers: ModelLedgers): Attribute {
  return async ({ model, version, answer, passages }) => {
    const ledger = await ledgers.get(model, version);
    return passages === null
      ? attributeSpans(ledger, answer, bits)
      : attributeInContext(store, ledger, answer, passages, bits);
  };
}

import { buildPassages } from "../../../lib/attribution/index.ts";
import { checkPassages, DifferenceError, type Facts, type LedgerLine } from "../../../lib/verify/index.ts";
import type { Check, Claim } from "./types.ts";

/** Whether the passages of the prompt are those that the question finds: whoever retrieves has nothing to choose. */
export async function checkPrompt(
  lines: readonly LedgerLine[],
  { question, passages }: Claim,
  facts: Pick<Facts, "accepted">,
): Promise<Check[]> {
  if (passages === null || question === null) return [];
  const own = lines.filter(({ kind }) => kind === "paid");
  const index = buildPassages(own.map(({ id, title, text }) => ({ id: id.toString(), title, text })));
  const name = "Passages of the prompt, found again by the question";
  try {
    await checkPassages(facts, { epoch: 0, file: "receipts", row: null }, passages, question, index);
    return [{ name, ok: true, value: `${passages.length} ${passages.length === 1 ? "passage" : "passages"}` }];
  } catch (error) {
    if (!(error instanceof DifferenceError)) throw error;
    const { expected, found } = error.difference;
    return [{ name, ok: false, detail: `the record has ${found}, but must have ${expected}` }];
  }
}

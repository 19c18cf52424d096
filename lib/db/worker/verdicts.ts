import type { Hex } from "viem";
import type { Executor } from "./executor.ts";

export interface RecordedVerdict {
  epoch: number;
  root: Hex;
  verdict: "equal" | "different" | "unavailable";
  /** Why, for people. */
  sentence: string;
}

/** Notes what was found; what was done before stays noted. */
export async function saveVerdict(sql: Executor, { epoch, root, verdict, sentence }: RecordedVerdict): Promise<void> {
  await sql`
    insert into worker.verdict (epoch, root, verdict, sentence) values (${epoch}, ${root}, ${verdict}, ${sentence})
    on conflict (epoch, root) do update set verdict = excluded.verdict, sentence = excluded.sentence, at = now()`;
}

export async function saveAction(
  sql: Executor,
  { epoch, root }: Pick<RecordedVerdict, "epoch" | "root">,
  action: "proved" | "disputed",
  tx: Hex,
): Promise<void> {
  await sql`update worker.verdict set action = ${action}, tx = ${tx}, at = now() where epoch = ${epoch} and root = ${root}`;
}

export async function wasEqual(sql: Executor, epoch: number, root: Hex): Promise<boolean> {
  const rows = await sql`
    select 1 from worker.verdict where epoch = ${epoch} and root = ${root} and verdict = 'equal'`;
  return rows.length > 0;
}

/** Of posted epochs those of which nothing is noted. */
export async function withoutVerdict<Epoch extends { id: number; root: Hex }>(
  sql: Executor,
  epochs: readonly Epoch[],
): Promise<Epoch[]> {
  const rows = await sql<{ epoch: number; root: Hex }[]>`select epoch, root from worker.verdict`;
  const noted = new Set(rows.map(({ epoch, root }) => `${epoch} ${root}`));
  return epochs.filter(({ id, root }) => !noted.has(`${id} ${root}`));
}

/** What the gateway keeps of an answer, private ones too: for the operator's own eyes. Null when it has no such receipt. */
export async function servedText(sql: Executor, id: Hex) {
  const [row] = await sql<
    {
      salt: Hex;
      question: string;
      answer: string;
      passages: [number, number, number][] | null;
      promptTokens: number;
      completionTokens: number;
      providerSignature: Hex | null;
    }[]
  >`
    select salt, question, answer, passages, prompt_tokens, completion_tokens, provider_signature
    from gateway.receipt where id = ${id.toLowerCase()}`;
  return row ?? null;
}

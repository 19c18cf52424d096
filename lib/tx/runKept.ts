import { sentenceOf } from "../errors/sentenceOf.ts";
import type { Flow, FlowRecord } from "./flow.ts";
import { type KeyValue, keepFlow } from "./keepFlow.ts";
import { type RunOptions, runFlow } from "./runFlow.ts";

type Kept<R, F> = Pick<RunOptions<R, F>, "tools" | "interactive" | "indexed" | "onChange"> & {
  storage: KeyValue;
  key: string;
};

export type KeptRun<R, F> = {
  record: FlowRecord<R, F>;
  /** Why it could not go on, in a sentence, when no step can tell; it can be run again from `record`. */
  problem: string | null;
};

/**
 * Runs a flow and keeps it in this browser at each change. Never throws: whatever is thrown, by a step or around it, ends in a sentence. A
 * browser that cannot keep a flow stops it before a wallet opens; once something is sent it goes on, in memory.
 */
export async function runKept<R, F>(
  flow: Flow<R, F>,
  from: FlowRecord<R, F>,
  { storage, key, onChange, ...options }: Kept<R, F>,
): Promise<KeptRun<R, F>> {
  let record = from;
  try {
    keepFlow(storage, key, from);
    const end = await runFlow(flow, from, {
      ...options,
      onChange: (next) => {
        record = next;
        onChange(next);
        try {
          keepFlow(storage, key, next);
        } catch (error) {
          console.error(error);
        }
      },
    });
    return { record: end, problem: null };
  } catch (error) {
    console.error(error);
    return { record, problem: sentenceOf(error) };
  }
}

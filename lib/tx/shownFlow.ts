import type { Flow, FlowRecord } from "./flow.ts";

/** What a page shows of the flow that is kept under a key; so of one account. */
export type ShownFlow<R, F> = {
  /** The key; null while no account is connected. */
  at: string | null;
  /** Whether it has been looked up. */
  recalled: boolean;
  code: Flow<R, F> | null;
  record: FlowRecord<R, F> | null;
  running: boolean;
  problem: string | null;
};

export const noFlow = { recalled: false, code: null, record: null, running: false, problem: null } as const;

/** What is shown under a key: nothing of what was shown under another. */
export const shownUnder = <R, F>(shown: ShownFlow<R, F>, at: string | null): ShownFlow<R, F> =>
  shown.at === at ? shown : { ...noFlow, at };

/** What is shown after the flow under a key changed: what belongs to another stays as it is, since the account may have changed meanwhile. */
export const withChange = <R, F>(
  shown: ShownFlow<R, F>,
  at: string | null,
  change: Partial<Omit<ShownFlow<R, F>, "at">>,
): ShownFlow<R, F> => (shown.at === at ? { ...shown, ...change } : shown);

/** Runs what belongs to a key once at a time: a flow that ran twice would send twice. Null where it is under way. */
export async function onceAtATime<T>(underWay: Set<string>, at: string, work: () => Promise<T>): Promise<T | null> {
  if (underWay.has(at)) return null;
  underWay.add(at);
  try {
    return await work();
  } finally {
    underWay.delete(at);
  }
}

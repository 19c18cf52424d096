type Metric = { calls: number; reverts: number; discards: number };
type ForgeResults = Record<
  string,
  {
    test_results: Record<
      string,
      {
        status: string;
        reason: string | null;
        kind: { Invariant?: { runs: number; calls: number; metrics: Record<string, Metric> } };
      }
    >;
  }
>;

export type Campaign = {
  contract: string;
  invariant: string;
  failure: string | undefined;
  calls: number;
  /** Calls that were not discarded, by the handler's action. */
  actions: Record<string, number>;
};

/** No action may have less of its handler's calls: else what it does is not tested. */
const LEAST_SHARE = 0.05;

/** One for each invariant in forge's JSON. */
export function campaigns(results: ForgeResults): Campaign[] {
  return Object.entries(results).flatMap(([suite, { test_results }]) =>
    Object.entries(test_results).map(([name, { status, reason, kind }]) => ({
      contract: suite.split(":").at(-1)!,
      invariant: name.replace(/\(.*$/, ""),
      failure: status === "Success" ? undefined : (reason ?? status),
      calls: kind.Invariant?.calls ?? 0,
      actions: Object.fromEntries(
        Object.entries(kind.Invariant?.metrics ?? {}).map(([action, { calls, discards }]) => [
          action.split(".").at(-1)!,
          calls - discards,
        ]),
      ),
    })),
  );
}

/** What to print, and whether every invariant held with every action well used. */
export function summary(all: Campaign[]): { text: string; sound: boolean } {
  const lines: string[] = [];
  let sound = all.length > 0;
  for (const contract of new Set(all.map((campaign) => campaign.contract))) {
    const own = all.filter((campaign) => campaign.contract === contract);
    lines.push(
      contract,
      ...own.map(({ invariant, failure, calls }) => `  ${failure ?? "holds"}: ${invariant}, ${grouped(calls)} calls`),
    );
    const shares = sharesOf(own);
    lines.push(`  actions: ${shares.map(([name, share]) => `${name} ${(100 * share).toFixed(1)} %`).join(", ")}`);
    const rare = shares.filter(([, share]) => share < LEAST_SHARE).map(([name]) => name);
    if (rare.length > 0) lines.push(`  under 5 %: ${rare.join(", ")}`);
    sound &&= rare.length === 0 && shares.length > 0 && own.every(({ failure }) => !failure);
  }
  const calls = all.reduce((sum, campaign) => sum + campaign.calls, 0);
  const held = all.filter(({ failure }) => !failure).length;
  lines.push(`${held} of ${all.length} invariants hold over ${grouped(calls)} calls`);
  return { text: lines.join("\n"), sound };
}

function sharesOf(own: Campaign[]): [action: string, share: number][] {
  const sums = new Map<string, number>();
  for (const { actions } of own) {
    for (const [action, calls] of Object.entries(actions)) sums.set(action, (sums.get(action) ?? 0) + calls);
  }
  const total = [...sums.values()].reduce((sum, calls) => sum + calls, 0);
  return [...sums].map(([action, calls]) => [action, total === 0 ? 0 : calls / total]);
}

const grouped = (value: number) => value.toLocaleString("en-GB");

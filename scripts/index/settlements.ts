import { settlementAbi } from "../../lib/abi/settlement.ts";
import { memberOf, settlementState } from "../../lib/chain/enums.ts";
import type { Check, Checks } from "./check.ts";

/** The index says "posted" of what is pending. */
const stateOf = (state: number) => memberOf(settlementState, state).replace("pending", "posted");

/** Epochs and claims of both pairs, and what they were funded with. */
export const settlements: Checks = async (sql, { contracts }) => {
  const checks: Check[] = [];
  const pairs = [
    { address: contracts.settlement, prefix: "" },
    { address: contracts.dollarSettlement, prefix: "dollar_" },
  ];
  for (const { address, prefix } of pairs) {
    if (!address) continue;
    const call = (functionName: string, ...args: unknown[]) => ({ address, abi: settlementAbi, functionName, args });
    const table = (name: string) => sql(`indexer.${prefix}${name}`);
    const epochs = await sql<{ id: bigint; state: string; root: string; readyAt: number }[]>`
      select id, state, root, ready_at from ${table("epoch")} where state <> 'sealed'`;
    const claims = await sql<{ payee: string; amount: bigint }[]>`
      select payee, sum(amount) as amount from ${table("claim")} group by payee`;
    const [funded] = await sql<{ sum: bigint }[]>`select coalesce(sum(amount), 0) as sum from ${table("funding")}`;
    checks.push(
      { what: `${prefix}funding`, indexed: funded!.sum, call: call("funded") },
      ...epochs.map(({ id, state, root, readyAt }) => ({
        what: `${prefix}epoch ${id}`,
        indexed: [state, root, readyAt],
        call: call("epochOf", id),
        pick: (epoch: { state: number; root: string; readyAt: number }) => [
          stateOf(epoch.state),
          epoch.root,
          epoch.readyAt,
        ],
      })),
      ...claims.map(({ payee, amount }) => ({
        what: `${prefix}claims of ${payee}`,
        indexed: amount,
        call: call("claimed", payee),
      })),
    );
  }
  return checks;
};

import type { Context } from "ponder:registry";
import { parameter, parameterChange } from "ponder:schema";
import { hexToString } from "viem";
import { instanceAt } from "./instanceAt.ts";
import { logged, written } from "./written.ts";

type Event = Parameters<typeof logged>[0] & { log: { address: `0x${string}` } };

/** The newest value of a contract's parameter, and one more row of its history. */
export async function setParameter(context: Context, event: Event, name: string, value: bigint): Promise<void> {
  const contract = instanceAt(event.log.address);
  // None before the constructor's.
  const before = await context.db.find(parameter, { contract, name });
  await context.db
    .insert(parameterChange)
    .values({ ...logged(event), contract, name, old: before?.value ?? null, value });
  const row = { value, ...written(event) };
  await context.db
    .insert(parameter)
    .values({ contract, name, ...row })
    .onConflictDoUpdate(row);
}

/** For `ParameterSet` of whatever is Governed: the name is ASCII, padded with zeros. */
export function setGoverned(
  context: Context,
  event: Event & { args: { name: `0x${string}`; value: bigint } },
): Promise<void> {
  return setParameter(context, event, hexToString(event.args.name, { size: 32 }), event.args.value);
}

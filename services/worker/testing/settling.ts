import type { Address } from "viem";
import { expect } from "vitest";
import { settle } from "../settle.ts";
import type { LocalStack } from "./localStack.ts";
import type { settlementWorld } from "./settlementWorld.ts";

/** What tests of settling do and look at. @param payers all of them; a test may add to the list */
export function settling(
  { sql }: LocalStack,
  world: Awaited<ReturnType<typeof settlementWorld>>,
  payers: readonly { address: Address }[],
) {
  /** Each step by a worker that knows nothing but chain and database, as after kill -9. @returns the number of steps. */
  async function settleAll(log = (_line: string) => {}): Promise<number> {
    for (let steps = 0; ; steps++) {
      if (steps > 20) throw new Error("does not come to rest");
      if (!(await settle(world.context, log)())) return steps;
    }
  }

  const spentOf = async ({ address }: { address: Address }) => (await world.accountOf(address)).spent;

  /** Nothing is drawn but what some epoch distributes. */
  async function expectExact() {
    for (const payer of payers) {
      const [row] = await sql<{ fees: bigint }[]>`
        select coalesce(sum(r.fee), 0) as fees from worker.epoch_receipt e join gateway.receipt r on r.id = e.receipt
        where r.payer = ${payer.address.toLowerCase()}`;
      expect(await spentOf(payer)).toBe(row!.fees);
    }
  }

  /** And all that was funded is distributed. */
  async function expectSettled() {
    await expectExact();
    expect(await world.read("settled")).toBe(await world.read("funded"));
  }

  const epochOfReceipt = async (id: string): Promise<number | null> => {
    const [row] = await sql<{ epoch: number }[]>`select epoch from worker.epoch_receipt where receipt = ${id}`;
    return row?.epoch ?? null;
  };

  return { settleAll, spentOf, expectExact, expectSettled, epochOfReceipt };
}

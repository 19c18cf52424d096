import { arbiterAbi } from "../../lib/abi/arbiter.ts";
import { curationAbi } from "../../lib/abi/curation.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { settlementState } from "../../lib/chain/enums.ts";
import type { Checks } from "./check.ts";

/** Cases, disputes and takedowns. */
export const cases: Checks = async (sql, { contracts }) => {
  const opened = await sql<
    { id: bigint; challenger: string; accused: string; bond: bigint; subjectId: bigint; ruledAt: number | null }[]
  >`
    select id, challenger, accused, bond, subject_id, ruled_at from indexer.court_case`;
  const disputes = await sql<{ settlement: `0x${string}`; epoch: bigint; open: boolean }[]>`
    select settlement, epoch, bool_or(outcome is null) as open from indexer.dispute group by settlement, epoch`;
  const takedowns = await sql<
    { contribution: bigint; item: number }[]
  >`select contribution, item from indexer.takedown`;
  return [
    {
      what: "number of cases",
      indexed: opened.length,
      call: { address: contracts.arbiter, abi: arbiterAbi, functionName: "count" },
    },
    ...opened.map(({ id, challenger, accused, bond, subjectId, ruledAt }) => ({
      what: `case ${id}`,
      indexed: [challenger, accused, bond, subjectId, ruledAt !== null],
      call: { address: contracts.arbiter, abi: arbiterAbi, functionName: "caseOf", args: [id] },
      pick: (of: { challenger: string; accused: string; bond: bigint; id: bigint; closed: boolean }) => [
        of.challenger,
        of.accused,
        of.bond,
        of.id,
        of.closed,
      ],
    })),
    ...disputes.map(({ settlement, epoch, open }) => ({
      what: `dispute of epoch ${epoch}`,
      indexed: open,
      call: { address: settlement, abi: settlementAbi, functionName: "epochOf", args: [epoch] },
      pick: ({ state }: { state: number }) => state === settlementState.disputed,
    })),
    ...takedowns.map(({ contribution, item }) => ({
      what: `item ${item} of contribution ${contribution}, taken down`,
      indexed: true,
      call: {
        address: contracts.curation,
        abi: curationAbi,
        functionName: "isTakenDown",
        args: [contribution, item],
      },
    })),
  ];
};

import { openGovernorAbi } from "../../lib/abi/opengovernor.ts";
import { timelockAbi } from "../../lib/abi/timelock.ts";
import { parametersOf } from "../../lib/chain/parameters.ts";
import type { Checks } from "./check.ts";

// Order of the governor's enum ProposalState.
const CANCELED = 2;
const QUEUED = 5;
const EXPIRED = 6;
const EXECUTED = 7;

interface Proposal {
  id: bigint;
  voteStart: number;
  voteEnd: number;
  queuedAt: number | null;
  executedAt: number | null;
  canceledAt: number | null;
  tally: bigint[];
}

const settled = (state: number) => (state === EXPIRED ? QUEUED : state);

/** Every parameter there is, proposals with their tallies, and roles. */
export const governance: Checks = async (sql, deployment) => {
  const { contracts } = deployment;
  const values = await sql<{ contract: string; name: string; value: bigint }[]>`
    select contract, name, value from indexer.parameter`;
  const known = new Map(values.map(({ contract, name, value }) => [`${contract}.${name}`, value]));
  const proposals = await sql<Proposal[]>`
    select p.id, vote_start, vote_end, queued_at, executed_at, canceled_at,
      array(select coalesce(sum(b.weight), 0) from generate_series(0, 2) s
        left join indexer.ballot b on b.proposal = p.id and b.support = s group by s order by s) as tally
    from indexer.proposal p`;
  const roles = await sql<{ role: string; account: string; granted: boolean }[]>`
    select role, account, granted from indexer.role where contract = 'timelock'`;
  const ask = (functionName: string, ...args: unknown[]) => ({
    ...{ address: contracts.governor, abi: openGovernorAbi, functionName, args },
  });
  return [
    ...parametersOf(deployment).map(({ contract, name, getter }) => ({
      what: `${contract}.${name}`,
      indexed: known.get(`${contract}.${name}`),
      call: { address: contracts[contract]!, abi: [getter], functionName: getter.name },
      pick: (value: bigint | number | `0x${string}`) => BigInt(value),
    })),
    ...proposals.flatMap(({ id, voteStart, voteEnd, tally, ...row }) => {
      const closed = row.executedAt ? EXECUTED : row.canceledAt ? CANCELED : row.queuedAt ? QUEUED : null;
      return [
        { what: `start of proposal ${id}`, indexed: voteStart, call: ask("proposalSnapshot", id) },
        { what: `end of proposal ${id}`, indexed: voteEnd, call: ask("proposalDeadline", id) },
        { what: `tally of proposal ${id}`, indexed: tally, call: ask("proposalVotes", id) },
        {
          what: `state of proposal ${id}`,
          indexed: closed,
          call: ask("state", id),
          // Those that need no transaction are not in the index.
          pick: (state: number) => ([CANCELED, QUEUED, EXECUTED].includes(settled(state)) ? settled(state) : null),
        },
      ];
    }),
    ...roles.map(({ role, account, granted }) => ({
      what: `role ${role} of ${account}`,
      indexed: granted,
      call: { address: contracts.timelock, abi: timelockAbi, functionName: "hasRole", args: [role, account] },
    })),
  ];
};

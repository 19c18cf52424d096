import { encodeFunctionData, parseEther } from "viem";
import { curationAbi } from "../../lib/abi/curation.ts";
import { contentHash, contributionRoot, tokenise } from "../../lib/attribution/index.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { type Parameter, parameters } from "../../lib/chain/parameters.ts";
import { DAY } from "./clock.ts";
import type { Motion } from "./parliament.ts";
import { store } from "./prepare.ts";
import type { Session } from "./session.ts";
import { commonsWorks } from "./texts/commons.ts";

const FOR = 1;
const AGAINST = 0;
const ABSTAIN = 2;

/** The first proposal: what belongs to everybody, before anybody's contribution. */
export async function commonsMotion(session: Session): Promise<Motion> {
  const [first, second, third] = localAccounts().delegates;
  const zero = `0x${"00".repeat(20)}` as const;
  const calls = [];
  for (const work of commonsWorks) {
    const root = contributionRoot([contentHash(work.text)], zero);
    const args = [root, 1, tokenise(work.text).length, await store(session, work)] as const;
    const data = encodeFunctionData({ abi: curationAbi, functionName: "addCommons", args });
    calls.push({ contract: "curation" as const, data });
  }
  return {
    by: first!,
    from: 0,
    description:
      "# Enter the commons\n\nSix passages that stand word for word in thousands of files. Nobody should earn by being the first to hand them in, so they come before any contribution.",
    calls,
    ballots: [
      { voter: first!, support: FOR, reason: "Boilerplate is nobody's work." },
      { voter: second!, support: FOR, reason: "" },
      { voter: third!, support: FOR, reason: "Better now than after the first payout." },
    ],
  };
}

const set = (contract: Parameter["contract"], name: string, value: number | bigint): Motion["calls"][number] => {
  const { setter } = parameters.find((parameter) => parameter.contract === contract && parameter.name === name)!;
  return { contract, data: encodeFunctionData({ abi: [setter], args: [value] }) };
};

/** What people propose while answers are served: of each state one, when the seed ends. @param begin chain time, unix seconds */
export function agendaOf(begin: number): Motion[] {
  const [ada, ben, cleo, dov, eve] = localAccounts().delegates;
  const on = (day: number) => begin + day * DAY;
  return [
    {
      by: ben!,
      from: on(1),
      description:
        "# Raise an attributor's least stake to 10,000 OPEN\n\nAn attributor that misdirects an epoch loses at most half of its stake. With daily fees growing, 5,000 OPEN no longer outweigh an epoch. Both pairs, since one stake backs both.",
      calls: [
        set("settlement", "minBond", parseEther("10000")),
        set("dollarSettlement", "minBond", parseEther("10000")),
      ],
      ballots: [
        { voter: ada!, support: FOR, reason: "Misdirecting an epoch must cost more than it brings." },
        { voter: ben!, support: FOR, reason: "" },
        { voter: dov!, support: AGAINST, reason: "It keeps small attributors out." },
      ],
    },
    {
      by: dov!,
      from: on(2),
      description:
        "# Halve the challenge window to 12 hours\n\nContributors would be paid half a day earlier. Recomputing an epoch takes minutes.",
      calls: [set("settlement", "window", DAY / 2)],
      ballots: [
        { voter: dov!, support: FOR, reason: "Minutes are enough to recompute an epoch." },
        {
          voter: ada!,
          support: AGAINST,
          reason: "Watchers sleep, and a censoring sequencer can hold a dispute for 12 hours.",
        },
        { voter: cleo!, support: AGAINST, reason: "No one has complained about a day." },
      ],
    },
    {
      by: eve!,
      from: on(3),
      description: "# Wait five days in the timelock\n\nMore time to leave before a change that one does not like.",
      calls: [set("timelock", "minDelay", 5 * DAY)],
      ballots: [
        { voter: eve!, support: FOR, reason: "Five days include a weekend." },
        { voter: dov!, support: ABSTAIN, reason: "Either is fine." },
      ],
    },
    {
      by: ben!,
      from: on(5.1),
      description:
        "# Raise the bond of a case to 1,500 OPEN\n\nHalf of a lost bond is burnt, so a higher one makes idle accusations dearer.",
      calls: [set("arbiter", "bond", parseEther("1500"))],
      ballots: [
        { voter: ben!, support: FOR, reason: "" },
        { voter: ada!, support: FOR, reason: "Evidence is public; who has it can borrow the difference." },
        { voter: cleo!, support: AGAINST, reason: "Payers of truth must be many." },
      ],
    },
    {
      by: ada!,
      from: on(10),
      description: "# Ask for a quorum of 5 %\n\nEight percent of the supply is delegated by now.",
      calls: [set("governor", "quorumNumerator", 5)],
      ballots: [
        { voter: ada!, support: FOR, reason: "Turnout allows it." },
        { voter: cleo!, support: AGAINST, reason: "Wait until twice the quorum turns out." },
      ],
    },
    {
      by: cleo!,
      from: on(13),
      description: "# Thaw stakes for 21 days\n\nA week more in which a late case can still reach the stake.",
      calls: [set("staking", "thaw", 21 * DAY)],
      ballots: [],
    },
  ];
}

import { DAY, travelTo, waitFor } from "./clock.ts";
import { familyQuestions } from "./questions/families.ts";
import { licenceQuestions } from "./questions/licences.ts";
import { manualQuestions } from "./questions/manual.ts";
import type { Session } from "./session.ts";

interface Question {
  model: string;
  text: string;
  visibility: "public" | "private";
}

/** One in so many stays private, as some payers want. */
const PRIVATE_EVERY = 9;

/** All lists, merged evenly. */
const questions: Question[] = [
  ...licenceQuestions.map((text, i) => ({ model: "licence-counsel", text, at: (i + 0.5) / licenceQuestions.length })),
  ...manualQuestions.map((text, i) => ({ model: "next-guide", text, at: (i + 0.5) / manualQuestions.length })),
  ...familyQuestions.map((text, i) => ({ model: "licence-family", text, at: (i + 0.5) / familyQuestions.length })),
]
  .sort((a, b) => a.at - b.at)
  .map(({ model, text }, i) => ({ model, text, visibility: i % PRIVATE_EVERY === 4 ? "private" : "public" }));

/** Deals the questions out to the given number of bursts. */
export function questionsOf(burst: number, bursts: number): Question[] {
  const from = Math.floor((burst * questions.length) / bursts);
  return questions.slice(from, Math.floor(((burst + 1) * questions.length) / bursts));
}

/** Asks what has not been asked yet; the payers at the same time, each one question after the other. */
export async function ask(session: Session, keys: string[], burst: Question[]): Promise<void> {
  const asked = new Set(
    (await session.sql<{ question: string }[]>`select question from gateway.receipt`).map((row) => row.question),
  );
  const open = burst.filter(({ text }) => !asked.has(text));
  await Promise.all(
    keys.map(async (key, payer) => {
      for (const { model, text, visibility } of open.filter((_, i) => i % keys.length === payer)) {
        await session.api.ask(key, model, text, visibility);
      }
    }),
  );
}

/** Moves to a time after midnight and waits until the worker has posted an epoch with all that was served before it. */
export async function settleDay(session: Session, time: number): Promise<void> {
  const midnight = time - (time % DAY);
  await awaitAttribution(session);
  await travelTo(session, time);
  await waitFor("the epoch to be posted", async () => {
    const [row] = await session.sql<{ open: number }[]>`
      select count(*)::int as open from gateway.receipt r
      left join worker.epoch_receipt e on e.receipt = r.id
      left join indexer.epoch p on p.id = e.epoch and p.state <> 'sealed'
      where r.served_at < ${midnight} and p.id is null`;
    return row!.open === 0;
  });
}

/** Waits until every answer has its attribution. */
export async function awaitAttribution({ sql }: Session): Promise<void> {
  await waitFor("the attribution of all answers", async () => {
    const [row] = await sql<{ open: number }[]>`
      select count(*)::int as open from gateway.receipt r left join worker.attribution a on a.receipt = r.id
      where a.receipt is null`;
    return row!.open === 0;
  });
}

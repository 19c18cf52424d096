// Fills the running stack through its contracts and its HTTP API. Run by scripts/start.ts; does only what is missing. The last line is a
// JSON summary. With --summary-only nothing but that.
import { BaseError } from "viem";
import { registerActors } from "./seed/actors.ts";
import { bringIn, claimSome } from "./seed/claims.ts";
import { HOUR, timeOf, travelTo } from "./seed/clock.ts";
import { contributeAll, contributeLate, createDatanets } from "./seed/datanets.ts";
import { appointDelegates } from "./seed/delegates.ts";
import { incidentsOf } from "./seed/incidents.ts";
import { awaitModelVersion, registerModels } from "./seed/models.ts";
import { agendaOf, commonsMotion } from "./seed/motions.ts";
import { attend, LEGISLATION, pass } from "./seed/parliament.ts";
import { openAccounts } from "./seed/payers.ts";
import { ask, awaitAttribution, questionsOf, settleDay } from "./seed/rounds.ts";
import { scheduleOf } from "./seed/schedule.ts";
import { openSession, type Session } from "./seed/session.ts";
import { backOthers } from "./seed/stakes.ts";
import { summarise } from "./seed/summary.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function seed(session: Session): Promise<void> {
  const genesis = await session.client.getBlock({ blockNumber: 0n });
  const now = Math.floor(Date.now() / 1000);
  const begin = Number(genesis.timestamp) + LEGISLATION;
  const schedule = scheduleOf(begin, now - HOUR / 2);
  const agenda = agendaOf(begin);

  await appointDelegates(session);
  await registerActors(session);
  await travelTo(session, Number(genesis.timestamp) + HOUR);
  await pass(session, await commonsMotion(session));
  say("commons entered by the first proposal");
  const datanets = await createDatanets(session);
  await contributeAll(session, datanets, () => travelTo(session, schedule.reveal));
  say("contributions reviewed, datanets published");

  await attend(session, agenda);
  await travelTo(session, schedule.models);
  const models = await registerModels(session, datanets);
  await backOthers(session, datanets, models);
  const keys = await openAccounts(session);
  say(`models registered, ${keys.length} payers have credit and keys`);

  const incidents = incidentsOf(session, datanets);
  const bursts = schedule.days.flatMap((day) => day.bursts);
  for (const [i, day] of schedule.days.entries()) {
    await attend(session, agenda);
    for (const time of day.bursts) {
      await travelTo(session, time);
      await ask(session, keys, questionsOf(bursts.indexOf(time), bursts.length));
    }
    if (day.late) {
      await contributeLate(session, datanets, async () => travelTo(session, (await timeOf(session)) + HOUR));
      await awaitModelVersion(session, models.counsel, 2);
      await awaitModelVersion(session, models.family, 2);
    }
    if (day.settle === null) {
      say(`day ${i + 1} of ${schedule.days.length}: asked; the worker settles it when the day is over`);
      continue;
    }
    await settleDay(session, day.settle);
    await incidents[i]?.();
    if (day.claims) {
      await claimSome(session, Math.floor(i / 3));
      await bringIn(session, models);
    }
    say(`day ${i + 1} of ${schedule.days.length}: asked, attributed, settled${day.claims ? ", some claimed" : ""}`);
  }
  await awaitAttribution(session);
  await travelTo(session, Math.floor(Date.now() / 1000));
  await attend(session, agenda);
}

/** viem's whole messages hold the call data: thousands of digits. */
function sentenceOf(error: unknown): string {
  if (error instanceof BaseError) return [error.shortMessage, ...(error.metaMessages ?? [])].join("\n").slice(0, 1000);
  if (!(error instanceof Error)) return String(error);
  // fetch tells why it failed in the cause.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

const session = openSession(say);
try {
  if (!process.argv.includes("--summary-only")) await seed(session);
  say(JSON.stringify(await summarise(session)));
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
await session.sql.end();

import { sql } from "../db/client.ts";
import { subjectExists } from "../db/queries/subjects.ts";
import { subjectOf } from "./subjectOf.ts";
import { within } from "./within.ts";

const PATIENCE_MS = 1_000;

/** Whether the page at a path is about something that is not there. False while the database does not say: the page then tells what is wrong. */
export async function isMissing(pathname: string): Promise<boolean> {
  const subject = subjectOf(pathname);
  if (subject === null || subject === "nothing") return subject !== null;
  const isKnown = subjectExists(sql(), subject).catch(() => true);
  return !(await within(PATIENCE_MS, isKnown, true));
}

import "server-only";
import { sql } from "@/lib/db/client.ts";
import { subjectExists } from "@/lib/db/queries/subjects.ts";
import { subjectOf } from "./subjectOf.ts";

const PATIENCE_MS = 1_000;

/** Whether the page at a path is about something that is not there. False while the database does not say: the page then tells what is wrong. */
export async function isMissing(pathname: string): Promise<boolean> {
  const subject = subjectOf(pathname);
  if (subject === null || subject === "nothing") return subject !== null;
  const late = new Promise<true>((resolve) => setTimeout(resolve, PATIENCE_MS, true));
  return !(await Promise.race([subjectExists(sql(), subject).catch(() => true), late]));
}

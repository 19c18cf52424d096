import type { ReactNode } from "react";
import { startCaseHref } from "../../lib/site/hrefs.ts";
import { Button } from "../ui/Button.tsx";

/** Goes on with what was chosen: a plain form, whose answer is the address. */
export function SubjectForm({ subject, children }: { subject: string; children: ReactNode }) {
  return (
    <form action={startCaseHref} className="flex flex-col gap-4">
      <input type="hidden" name="subject" value={subject} />
      {children}
      <Button type="submit" className="self-start">
        Go on
      </Button>
    </form>
  );
}

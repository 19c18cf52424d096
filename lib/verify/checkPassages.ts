import { findPassages } from "../attribution/context/index.ts";
import type { Passages } from "../attribution/index.ts";
import { differ, type Where } from "./difference.ts";
import type { Passage } from "./passage.ts";
import type { Facts } from "./types.ts";

/**
 * Whether a prompt's log is what the question leads to: the gateway that retrieves and logs has nothing to choose. Of what is found again
 * only that may be missing which was taken down. @throws DifferenceError naming the first passage
 */
export async function checkPassages(
  facts: Pick<Facts, "accepted">,
  where: Where,
  passages: readonly Passage[],
  question: string,
  index: Passages,
): Promise<void> {
  const found = findPassages(index, question).map(({ document, offset, words }): Passage => {
    return [Number(document), offset, words];
  });
  const left = new Map(found.map((passage) => [textOf(passage), passage]));
  for (const passage of passages) {
    const text = textOf(passage);
    if (!left.delete(text)) differ(where, "passages", "those that its question finds, once each", text);
  }
  if (left.size === 0) return;
  const accepted = await facts.accepted();
  for (const [text, [contribution]] of left) {
    if (accepted.find(({ id }) => id === BigInt(contribution))?.takenDown) continue;
    differ(where, "passages", `also ${text}, which its question finds`, "without it");
  }
}

/** In words. */
const textOf = ([contribution, offset, words]: Passage) =>
  `contribution ${contribution}, words ${offset} to ${offset + words}`;

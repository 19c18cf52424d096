/** What the method cannot do, as its specification says. */
const LIMITS: [what: string, why: string][] = [
  [
    "Provenance, not causation.",
    "It finds words that were registered; it does not measure what moved a neural network’s weights.",
  ],
  [
    "First to register is not first to write.",
    "Commons, disputes and bonds exist for that. Of two honest authors of one sentence the second earns nothing for it.",
  ],
  ["Four words and 32 bits.", "Shorter or more common phrases earn nothing."],
  ["A closed model’s own memory is out of reach.", "What it says without its datanets leaves them unpaid, correctly."],
  [
    "Other words for the same thought.",
    "Exact tracing loses them; the context channel credits what stood in the prompt, capped because it is not proven that no split of a text gains by it.",
  ],
  [
    "A seam is new text.",
    "Who copies a text and adds his own to it has first published the phrases across the seam. Quoted across it, he gets somewhat more than his own words’ part.",
  ],
];

export function Limits() {
  return (
    <ul className="grid grid-cols-1 gap-x-8 gap-y-4 md:grid-cols-2">
      {LIMITS.map(([what, why]) => (
        <li key={what} className="min-w-0 border-line border-t pt-2.5">
          <h3 className="text-[15px]">{what}</h3>
          <p className="mt-0.5 text-[14px] text-ink-2">{why}</p>
        </li>
      ))}
    </ul>
  );
}

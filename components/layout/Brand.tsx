import Link from "next/link";

/** The mark: a slip of paper about to be torn off. */
export function Brand() {
  return (
    <Link href="/" className="flex items-center gap-2 px-2.5 font-semibold font-serif text-[18px] text-ink">
      <span
        aria-hidden="true"
        className="inline-block h-5 w-4 rounded-t-[2px] border-[1.6px] border-ink [border-bottom-style:dashed]"
      />
      OpenLedger
    </Link>
  );
}

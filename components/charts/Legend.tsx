import { Key } from "../display/Key.tsx";

/** Two series name themselves above the picture: in it, the one's name would lie on the other's line. */
export function Legend({ name }: { name: string }) {
  return (
    <p className="flex gap-5 pl-2 font-[550] text-[13px]">
      <span className="text-fee">
        <Key colour="var(--fee)" />
        {name}
      </span>
      <span className="text-emission">
        <span aria-hidden="true" className="hatch mr-1.5 inline-block size-2.5 rounded-[2px]" />
        Emissions
      </span>
    </p>
  );
}

/** The small square that ties a number to its colour in a picture. */
export function Key({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden="true"
      className="mr-1.5 inline-block size-2.5 shrink-0 rounded-[2px]"
      style={{ background: colour }}
    />
  );
}

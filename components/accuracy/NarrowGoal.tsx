/** The goal under a figure, where there is no room for a column of goals. */
export function NarrowGoal({ children }: { children: string }) {
  return (
    <p className="whitespace-nowrap text-[13px] text-ink-2 md:hidden">
      <span className="sr-only">Goal: </span>
      {children}
    </p>
  );
}

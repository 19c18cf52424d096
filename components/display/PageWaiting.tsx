import { Skeleton, StatsSkeleton, TableSkeleton } from "../ui/Skeleton.tsx";

/** A page whose very title is on its way. */
export function PageWaiting() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-48" />
      <Skeleton className="mb-8 h-9 w-80 max-w-full" />
      <StatsSkeleton />
      <TableSkeleton rows={8} />
    </>
  );
}

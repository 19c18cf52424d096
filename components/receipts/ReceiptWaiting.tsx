import { BlockSkeleton, Skeleton } from "../ui/Skeleton.tsx";

/** The shape of a receipt's page while it is read. */
export function ReceiptWaiting() {
  return (
    <>
      <Skeleton className="mb-2 h-4 w-72 max-w-full" />
      <Skeleton className="mb-3 h-9 w-[36rem] max-w-full" />
      <Skeleton className="mb-8 h-5 w-96 max-w-full" />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px] lg:grid-rows-[auto_1fr]">
        <BlockSkeleton className="h-72" />
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <BlockSkeleton className="h-[36rem]" />
        </div>
        <BlockSkeleton className="h-64" />
      </div>
    </>
  );
}

export { enqueueTrace } from "./enqueueTrace.ts";
export { openQueue, sendTrace, TRACE, type TraceJob } from "./queue.ts";

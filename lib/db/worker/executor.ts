import type postgres from "postgres";

/** A connection pool or a transaction: what a query needs. */
export type Executor = postgres.ISql<{ bigint: bigint; int8: number }>;

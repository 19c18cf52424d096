import postgres from "postgres";
import { serverEnv } from "../env/server.ts";

// numeric -> bigint (all our numerics are integers), int8 -> number (times, counts, epoch ids: far below 2^53).
const types = {
  bigint: {
    to: 1700,
    from: [1700],
    serialize: (value: bigint | number) => value.toString(),
    parse: (text: string): bigint | number => (text.includes(".") ? Number(text) : BigInt(text)),
  },
  int8: { to: 20, from: [20], serialize: (value: number) => String(value), parse: Number },
};

export function connect(url: string, options: { max?: number } = {}) {
  return postgres(url, {
    max: options.max ?? 8,
    types,
    transform: postgres.camel,
    onnotice: () => {},
    // A page must say that the database is away, not wait for it: short attempts, at most a second apart.
    connect_timeout: 5,
    backoff: (attempts: number) => Math.min(1, 0.05 * 2 ** attempts),
    connection: { application_name: "openledger" },
  });
}

export type Sql = ReturnType<typeof connect>;

// Next reloads modules in development: keep one pool per process.
const shared = globalThis as { openledgerSql?: Sql };

/** The process's connection pool. Columns arrive in camelCase, numeric as bigint, int8 as number. */
export function sql(): Sql {
  shared.openledgerSql ??= connect(serverEnv().DATABASE_URL);
  return shared.openledgerSql;
}

import postgres from "postgres";
import { serverEnv } from "../env/server.ts";

/** @throws Error when it is no integer: an amount is never rounded on its way here. */
function parseNumeric(text: string): bigint {
  if (!/^-?\d+$/.test(text))
    throw new Error(
      `The database gave the numeric ${text}, which is no integer: cast what is not wei or an id in SQL.`,
    );
  return BigInt(text);
}

/** @throws Error beyond 2^53, where a number would not be exact. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`The database gave the bigint ${text}, beyond 2^53: cast it to numeric in SQL.`);
  return value;
}

// numeric -> bigint (all our numerics are integers), int8 -> number (times, counts, epoch ids: far below 2^53).
const types = {
  bigint: { to: 1700, from: [1700], serialize: (value: bigint | number) => value.toString(), parse: parseNumeric },
  int8: { to: 20, from: [20], serialize: (value: number) => String(value), parse: parseInt8 },
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

// Of the driver, of the system, and of a server that stops or starts (SQLSTATE class 57P).
const away = new Set([
  ...["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE"],
  ...["57P01", "57P02", "57P03"],
]);

/** Whether a query got no answer; one that the database refuses is another matter. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && "code" in error && away.has(String(error.code));
}

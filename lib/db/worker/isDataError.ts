/** Whether the database refused the value it was given (SQLSTATE class 22), not the connection or the query. */
export function isDataError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^22\w{3}$/.test(String(error.code));
}

/** An answer of our own API that was not a success. Its message is written for people and names the remedy. `status` 0: no answer at all. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  readonly code: string | null;

  constructor(status: number, code: string | null, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

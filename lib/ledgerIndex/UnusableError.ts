/**
 * Says in a sentence why something on disk is of no use: damaged, missing, or made for something else. It may be deleted and built again,
 * which must not happen to files that could not be read for any other reason, such as too many open ones.
 */
export class UnusableError extends Error {
  override name = "UnusableError";
}

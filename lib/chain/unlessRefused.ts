import { revertOf } from "./revertOf.ts";

/** What a read answers; `otherwise` where the contract refuses it. @throws when the chain does not answer: that is no refusal */
export const unlessRefused = <T, Otherwise>(read: Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> =>
  read.catch((error: unknown) => {
    if (revertOf(error)) return otherwise;
    throw error;
  });

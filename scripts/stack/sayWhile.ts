const EVERY_SECONDS = 30;

/** Says every 30 s how long a piece of work has taken, so that silence never looks like a standstill. */
export async function sayWhile<T>(work: Promise<T>, say: (seconds: number) => void): Promise<T> {
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += EVERY_SECONDS;
    say(seconds);
  }, EVERY_SECONDS * 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

import { askApi } from "./api.ts";
import type { Heads } from "./health.ts";

type Watcher = {
  onStatus: (status: Heads | null) => void;
  delay: (answers: number) => number;
  answers: number;
  due: number;
};

const watchers = new Set<Watcher>();
let timer: ReturnType<typeof setTimeout> | undefined;
let asking = false;

const isHidden = () => typeof document !== "undefined" && document.hidden;

/** One timer for all watchers, set to the earliest; none while nobody watches or nobody looks at the page. */
function arm(): void {
  clearTimeout(timer);
  if (asking || watchers.size === 0 || isHidden()) return;
  const due = Math.min(...[...watchers].map((watcher) => watcher.due));
  timer = setTimeout(ask, Math.max(0, due - Date.now()));
}

async function ask(): Promise<void> {
  asking = true;
  const status = await askApi<Heads>("/api/v1/status").catch(() => null);
  asking = false;
  for (const watcher of [...watchers]) {
    watcher.answers += 1;
    watcher.due = Date.now() + watcher.delay(watcher.answers);
    watcher.onStatus(status);
  }
  arm();
}

/**
 * Hands on every answer of GET /api/v1/status until the returned function is called. However many watch, one request at a time is made;
 * none while the page is hidden, and one at once when it is shown again.
 * @param onStatus gets null when the server does not answer
 * @param delay milliseconds until this watcher wants another answer, by how many it has had (0: the first)
 */
export function watchStatus(onStatus: Watcher["onStatus"], delay: Watcher["delay"]): () => void {
  const watcher: Watcher = { onStatus, delay, answers: 0, due: Date.now() + delay(0) };
  if (watchers.size === 0 && typeof document !== "undefined") document.addEventListener("visibilitychange", shown);
  watchers.add(watcher);
  arm();
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0 && typeof document !== "undefined") document.removeEventListener("visibilitychange", shown);
    arm();
  };
}

function shown(): void {
  if (!isHidden()) for (const watcher of watchers) watcher.due = Date.now();
  arm();
}

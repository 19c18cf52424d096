const MOST = 10_000;

/** Keeps what a read gave for `ms`, by key; one that fails is not kept. */
export function freshly<Value>(ms: number): (key: string, read: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, { readAt: number; value: Promise<Value> }>();
  return (key, read) => {
    const last = known.get(key);
    if (last && Date.now() - last.readAt < ms) return last.value;
    if (known.size >= MOST) known.clear();
    const fresh = { readAt: Date.now(), value: read() };
    known.set(key, fresh);
    fresh.value.catch(() => {
      if (known.get(key) === fresh) known.delete(key);
    });
    return fresh.value;
  };
}

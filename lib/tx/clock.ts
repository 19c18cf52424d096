export type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };

export const wallClock: Clock = { now: () => Date.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) };

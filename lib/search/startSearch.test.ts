import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { type Search, startSearch } from "./startSearch.ts";
import { searchedOf } from "./testing/searchedOf.ts";

const TEXT = "The licensee may sell copies of the software without paying any royalty to the authors.";
const QUESTION = "May the licensee sell copies?";
const stay = new AbortController().signal;
const SPINNING = path.join(import.meta.dirname, "testing/spinningThread.ts");

const searches: Search[] = [];
const start = async (...asked: Parameters<typeof startSearch>) => {
  const search = await startSearch(...asked);
  searches.push(search);
  return search;
};
afterEach(() => {
  vi.useRealTimers();
  for (const search of searches.splice(0)) search.close();
});

/** Resolves when the event loop has had so many turns, each some milliseconds after the other. */
const ticks = (count: number) =>
  new Promise<void>((resolve) => {
    let left = count;
    const ticking = setInterval(() => {
      if (--left > 0) return;
      clearInterval(ticking);
      resolve();
    }, 5);
  });

const toy = { id: "1", title: "Toy licence", text: TEXT };
const searched = await searchedOf([toy]);
const nothing = { ...searched, documents: [] };

it("finds what fits, and says when nothing does", async () => {
  const { quote } = await start(searched);
  expect(await quote(QUESTION, stay)).toBe(TEXT);
  expect(await quote("Who won the chess championship in 1972?", stay)).toBeNull();
});

it("finds passages to read, with their titles and places, and none when no word of the question is there", async () => {
  const { passages } = await start(searched);
  const words = TEXT.split(" ").length;
  expect(await passages(QUESTION, stay)).toEqual([
    { document: "1", title: toy.title, offset: 0, words, text: TEXT.slice(0, -1) },
  ]);
  expect(await passages("Zzyzx?", stay)).toEqual([]);
});

it("ends a search that takes too long; this process goes on meanwhile, and so does the next question", async () => {
  // A clock that only the test moves: however busy the machine, no question but the first takes too long.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { quote } = await start(nothing, 1_000, SPINNING);
  const [long, next] = [quote("spin", stay), quote("next", stay)];
  let isOver = false;
  const outcome = expect(long.finally(() => (isOver = true))).rejects.toMatchObject({ name: "SearchError" });
  await vi.advanceTimersByTimeAsync(999);
  await ticks(20);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
  expect(await next).toBe("next");
});

it("ends a search whose caller left", async () => {
  const { quote } = await start(nothing, 60_000, SPINNING);
  const leaving = new AbortController();
  const left = quote("spin", leaving.signal);
  setTimeout(() => leaving.abort(new Error("left")), 20);
  await expect(left).rejects.toThrow("left");
  expect(await quote("next", stay)).toBe("next");
});

it("lets a caller go at once, without a new index for a search that is about to end", async () => {
  const { quote } = await start(searched);
  const leaving = new AbortController();
  const left = quote(QUESTION, leaving.signal);
  setImmediate(() => leaving.abort(new Error("left")));
  await left.catch((error: Error) => expect(error.message).toBe("left"));
  await expect(quote(QUESTION, AbortSignal.abort(new Error("gone before")))).rejects.toThrow("gone before");
  expect(await quote(QUESTION, stay)).toBe(TEXT);
});

it("answers nothing more once it is put away", async () => {
  const { quote, close } = await start(searched);
  close();
  await expect(quote(QUESTION, stay)).rejects.toThrow("put away");
});

it("does not begin without a text that has left the store", async () => {
  const { documents } = searched;
  await expect(start({ store: "/nowhere", documents })).rejects.toThrow(documents[0]!.cid);
});

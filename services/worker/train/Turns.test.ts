import { expect, it } from "vitest";
import { Turns } from "./Turns.ts";

it("does one thing at a time, the urgent first, and goes on after what fails", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const work = (name: string) => async () => {
    done.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve));
    done.push(`${name} ends`);
    if (name === "first") throw new Error("it broke");
  };
  const first = turns.take(work("first"), false);
  const rest = [turns.take(work("order"), false), turns.take(work("urgent"), true), turns.take(work("next"), true)];
  await expect(first).rejects.toThrow("it broke");
  await Promise.all(rest);
  expect(done).toEqual(["first", "urgent", "next", "order"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

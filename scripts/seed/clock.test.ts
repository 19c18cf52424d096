import { expect, it } from "vitest";
import { waitFor } from "./clock.ts";

const answers = (list: (boolean | number)[]) => async () => (list.length > 1 ? list.shift()! : list[0]!) as number;

it("waits as long as what is to be done changes, and no longer", async () => {
  await waitFor("all", answers([3, 2, 1, 0]), 0.15);
  await waitFor("it", answers([false, true]), 0.15);
  await expect(waitFor("the rest", answers([3, 2, 1]), 0.15)).rejects.toThrow("Waited 0.15 s for the rest");
  await expect(waitFor("it", answers([false]), 0.15)).rejects.toThrow("Starting again goes on from here.");
});

import { expect, it } from "vitest";
import { powersOf } from "./powers.ts";

it("says that a vote can last longer than its shortest time", () => {
  const [setting] = powersOf("9 d", "2 d");
  expect(setting!.after).toBe("9 d at least: delay, voting, timelock; up to 2 d more where the quorum comes late");
});

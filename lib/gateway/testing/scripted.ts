import type { Model } from "../../../services/provider/models.ts";

/** Says words one after another and then fails, ends, or goes on for ever. */
export const scripted = (words: number, end: "fails" | "ends" | "hangs"): Model => ({
  async *answer(_input, signal) {
    for (let i = 0; i < words; i++) {
      yield `word${i} `;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    if (end === "fails") throw new Error("the machine caught fire");
    if (end === "hangs")
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    return "stop";
  },
});

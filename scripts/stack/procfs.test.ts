import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { groupRuns, startTimeOf } from "./procfs.ts";

it.runIf(process.platform === "linux")("takes what has ended for gone, though its parent takes no notice", async () => {
  // The second sleep is the first one's parent, and knows nothing of it.
  const script = "setsid sleep 60 & echo $!; exec sleep 60";
  const parent = spawn("sh", ["-c", script], { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [line] = await once(parent.stdout, "data");
    const orphan = Number(line);
    await expect.poll(() => groupRuns(orphan)).toBe(true);
    expect(startTimeOf(orphan)).toMatch(/^\d+$/);
    process.kill(-orphan, "SIGKILL");
    await expect.poll(() => groupRuns(orphan)).toBe(false);
    expect(process.kill(orphan, 0)).toBe(true); // its entry is there still
    expect(startTimeOf(orphan)).toBeUndefined();
    expect(groupRuns(parent.pid!)).toBe(true);
  } finally {
    process.kill(-parent.pid!, "SIGKILL");
  }
});

import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { assertPortsFree, otherOffset, portsAt, problemOfOffset } from "./ports.ts";

const server = createServer();
afterEach(() => server.close());

test("an offset shifts every port", () => {
  expect(portsAt(100).app - portsAt(0).app).toBe(100);
  expect(portsAt(100).postgres).toBe(54429);
});

test.each([
  [3000, "app on port 6000"],
  [3566, "app on port 6566"],
  [3666, "app on port 6666"],
  [7080, "app on port 10080"],
  [659, "app on port 3659"],
  [35, "provider on port 4045"],
  [180, "provider on port 4190"],
  [1050, "provider on port 5060"],
  [2657, "provider on port 6667"],
  [1535, "chain on port 10080"],
  [11_207, "postgres on port 65536"],
])("offset %i is refused: %s", (offset, why) => {
  expect(problemOfOffset(offset)).toContain(why);
});

test.each([0, 100, 1000, 3100, 11_206])("offset %i is fine", (offset) => {
  expect(problemOfOffset(offset)).toBeNull();
});

test.each([
  [0, 100],
  [2900, 3100],
  [3566, 3766],
  [11_200, 0],
])("instead of %i, %i is recommended", (offset, other) => {
  expect(otherOffset(offset)).toBe(other);
  expect(problemOfOffset(other)).toBeNull();
});

test("what is refused is what fetch refuses", async () => {
  // Nothing listens below: a port that fetch may use fails to connect instead.
  for (const port of [6000, 6566, 6697, 10_080]) {
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ cause: { message: "bad port" } });
  }
});

test("a taken port is named with its part, its holder and the remedy", async () => {
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
  const holder = process.platform === "linux" ? ` by .+ \\(pid ${process.pid}\\)` : "";
  await expect(assertPortsFree({ ...portsAt(9000), app: port }, 9100)).rejects.toThrow(
    new RegExp(`^Port ${port} \\(app\\) is taken${holder}: stop that program, or start with --port-offset 9100\\.$`),
  );
});

import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { assertPortsFree, portsAt } from "./ports.ts";

const server = createServer();
afterEach(() => server.close());

test("an offset shifts every port", () => {
  expect(portsAt(100).app - portsAt(0).app).toBe(100);
  expect(portsAt(100).postgres).toBe(54429);
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

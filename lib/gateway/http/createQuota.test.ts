import { expect, test } from "vitest";
import { createQuota } from "./createQuota.ts";
import type { GatewayError } from "./GatewayError.ts";

const from = (...addresses: string[]) =>
  new Request("http://gateway/", { headers: { "x-forwarded-for": addresses.join(", ") } });
const limits = { what: "texts", requests: 10, bytes: 5_000_000 };

/** How often it can be done before it is refused, and the refusal. */
function exhaust(once: () => void): [number, GatewayError] {
  for (let times = 0; ; times++) {
    try {
      once();
    } catch (error) {
      return [times, error as GatewayError];
    }
  }
}

test("takes so many requests of a client, says when the next is taken, and takes it then", () => {
  let now = 0;
  const quota = createQuota(limits, 1, () => now);
  const [times, error] = exhaust(() => quota.countRequest(from("1.1.1.1")));
  expect([times, error.status, error.details.code]).toEqual([10, 429, "rate_limit_exceeded"]);
  expect(error.details.headers).toEqual({ "retry-after": "360" });
  expect(error.message).toBe(
    "Too much at once: 10 texts and 5 MB an hour are taken from one client. Wait 360 seconds and try again.",
  );
  now += 359_000;
  expect(() => quota.countRequest(from("1.1.1.1"))).toThrow("Wait 1 seconds");
  now += 1_000;
  quota.countRequest(from("1.1.1.1"));
  quota.countRequest(from("2.2.2.2"));
});

test("takes so many bytes", () => {
  const quota = createQuota(limits, 1, () => 0);
  expect(exhaust(() => quota.countBytes(from("1.1.1.1"), 1_000_000))[0]).toBe(5);
  quota.countBytes(from("2.2.2.2"), 1_000_000);
});

test("tells clients apart by what the nearest proxy saw, not by what they say", () => {
  const quota = createQuota(limits, 1, () => 0);
  let n = 0;
  expect(exhaust(() => quota.countRequest(from(`9.9.9.${n++}`, "1.1.1.1")))[0]).toBe(10);
});

test("with more proxies, by what the outermost saw; a header that is too short is not the client's to choose", () => {
  const quota = createQuota(limits, 2, () => 0);
  let n = 0;
  expect(exhaust(() => quota.countRequest(from(`9.9.9.${n++}`, "1.1.1.1", "10.0.0.1")))[0]).toBe(10);
  expect(exhaust(() => quota.countRequest(from("1.1.1.1")))[0]).toBe(0);
  quota.countRequest(from("2.2.2.2", "10.0.0.1"));
});

test("without a proxy believes no header: nobody evades by one, and nobody locks another out", () => {
  const quota = createQuota(limits, 0, () => 0);
  let n = 0;
  expect(exhaust(() => quota.countRequest(from(`9.9.9.${n++}`)))[0]).toBe(10);
});

test("bounds all together, however many addresses they have", () => {
  const quota = createQuota(limits, 1, () => 0);
  let n = 0;
  expect(exhaust(() => quota.countRequest(from(`client ${n++}`)))[0]).toBe(40);
});

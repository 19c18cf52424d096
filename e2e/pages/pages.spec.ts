import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../fixtures/test.ts";

// Every page, both themes, desk and phone: it renders seeded data, has no accessibility violation and nothing sticks out sideways.

const themes = ["light", "dark"] as const;
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Paths by name; the dynamic ones are found by following the first link that matches on a list. */
const pages: Record<string, { path: string; follow?: RegExp; heading: RegExp }> = {
  overview: { path: "/", heading: /every answer has a receipt/i },
  datanets: { path: "/datanets", heading: /datanets/i },
  datanet: { path: "/datanets", follow: /^\/datanets\/2$/, heading: /software licences/i },
  contributions: { path: "/datanets/2?tab=contributions", heading: /software licences/i },
  contribution: {
    path: "/datanets/2?tab=contributions",
    follow: /^\/datanets\/2\/contributions\/\d+$/,
    heading: /./,
  },
  contribute: { path: "/datanets/2/contribute", heading: /contribute to software licences/i },
  models: { path: "/models", heading: /models/i },
  model: { path: "/models", follow: /^\/models\/\d+$/, heading: /./ },
  playground: { path: "/playground", heading: /playground|ask/i },
  receipts: { path: "/receipts", heading: /receipts/i },
  receipt: { path: "/receipts", follow: /^\/receipts\/0x[0-9a-f]{64}$/, heading: /./ },
  contributor: { path: "/datanets/2?tab=contributions", follow: /^\/contributors\/0x[0-9a-fA-F]{40}$/, heading: /0x/i },
  rewards: { path: "/rewards", heading: /rewards/i },
  account: { path: "/account", heading: /account/i },
  status: { path: "/status", heading: /status/i },
};

for (const [name, { path, follow, heading }] of Object.entries(pages)) {
  for (const theme of themes) {
    test(`${name} in ${theme}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(path);
      if (follow) {
        const hrefs = () =>
          page.locator("main a").evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
        await expect.poll(async () => (await hrefs()).some((href) => follow.test(href))).toBe(true);
        await page.goto((await hrefs()).find((href) => follow.test(href))!);
      }
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways, `wider than the ${size}`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
        await page.screenshot({ path: info.outputPath(`${name}-${theme}-${size}.png`), fullPage: true });
      }
    });
  }
}

test("unknown things are said, and lead on", async ({ page }) => {
  for (const path of ["/datanets/999", "/models/999", `/receipts/0x${"ab".repeat(32)}`, "/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main").getByRole("link").first()).toBeVisible();
  }
});

test("no link of the site leads nowhere", async ({ page }) => {
  const seen = new Set(["/"]);
  for (const path of seen) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    if (!response.headers()["content-type"]?.includes("html") || seen.size > 150) continue;
    for (const [, href] of (await response.text()).matchAll(/<a [^>]*href="(\/[^"#]*)"/g)) {
      seen.add(href!.replaceAll("&amp;", "&"));
    }
  }
  expect(seen.size).toBeGreaterThan(40);
});

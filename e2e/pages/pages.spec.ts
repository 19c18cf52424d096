import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

// Every page, both themes, desk and phone: it renders seeded data, has no accessibility violation and nothing sticks out sideways.

const themes = ["light", "dark"] as const;
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

type Step = string | RegExp;

const datanet: Step[] = ["/datanets", "Software licences"];
const contributions: Step[] = [...datanet, "Contributions"];

/** How to get to each page from its list: the names of links, or what their address must match. */
const pages: Record<string, { way: Step[]; heading: RegExp }> = {
  overview: { way: ["/"], heading: /every answer has a receipt/i },
  datanets: { way: ["/datanets"], heading: /datanets/i },
  datanet: { way: datanet, heading: /software licences/i },
  contributions: { way: contributions, heading: /software licences/i },
  contribution: { way: [...contributions, /\/contributions\/\d+$/], heading: /licen[sc]e/i },
  contribute: { way: [...datanet, "Contribute"], heading: /contribute to software licences/i },
  models: { way: ["/models"], heading: /models/i },
  model: { way: ["/models", "Licence Counsel"], heading: /licence counsel/i },
  newModel: { way: ["/models/new"], heading: /make a model/i },
  playground: { way: ["/playground"], heading: /playground/i },
  receipts: { way: ["/receipts"], heading: /receipts/i },
  receipt: { way: ["/receipts", /^\/receipts\/0x[0-9a-f]{64}$/], heading: /\?|private/i },
  contributor: { way: [...contributions, /^\/contributors\/0x[0-9a-fA-F]{40}$/], heading: /0x/i },
  rewards: { way: ["/rewards"], heading: /rewards/i },
  stake: { way: ["/stake"], heading: /stake/i },
  datanetStake: { way: [...datanet, "Stake"], heading: /software licences/i },
  providers: { way: ["/providers"], heading: /providers/i },
  validators: { way: ["/validators"], heading: /validators/i },
  validator: { way: ["/validators", /^\/validators\/\d+$/], heading: /./ },
  validatorReviews: { way: ["/validators", /^\/validators\/\d+$/, "Reviews"], heading: /./ },
  disputes: { way: ["/disputes"], heading: /disputes/i },
  case: { way: ["/disputes", /^\/disputes\/\d+$/], heading: /./ },
  epochs: { way: ["/epochs"], heading: /epochs/i },
  epoch: { way: ["/epochs", /^\/epochs\/\d+$/], heading: /epoch \d+/i },
  newCase: { way: [...contributions, /\/contributions\/\d+$/, "Bring a case"], heading: /bring a case/i },
  account: { way: ["/account"], heading: /account/i },
  proposals: { way: ["/governance"], heading: /proposals/i },
  proposal: { way: ["/governance", /^\/governance\/\d+$/], heading: /./ },
  propose: { way: ["/governance", "Make a proposal"], heading: /make a proposal/i },
  delegates: { way: ["/governance/delegates"], heading: /delegates/i },
  control: { way: ["/governance/control"], heading: /control map/i },
  accuracy: { way: ["/accuracy"], heading: /how accurate/i },
  status: { way: ["/status"], heading: /status/i },
};

async function go(page: Page, [start, ...steps]: Step[]): Promise<void> {
  await page.goto(start as string);
  for (const step of steps) {
    const links = page.getByRole("main").getByRole("link");
    const hrefOf = async () => {
      if (typeof step === "string") return links.filter({ hasText: step }).first().getAttribute("href");
      const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      return hrefs.find((href) => step.test(href)) ?? null;
    };
    await expect.poll(hrefOf, `a link ${step} on ${page.url()}`).not.toBeNull();
    await page.goto((await hrefOf())!);
  }
}

for (const [name, { way, heading }] of Object.entries(pages)) {
  test(name, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await go(page, way);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(sideways, `wider than the ${size}`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
        expect.soft(found, `on the ${size} in ${theme}`).toEqual([]);
        await page.screenshot({ path: info.outputPath(`${name}-${theme}-${size}.png`), fullPage: true });
      }
    }
  });
}

test("unknown things are said, and lead on", async ({ page }) => {
  for (const path of [
    "/datanets/999",
    "/models/999",
    "/governance/999",
    "/governance/nothing",
    "/validators/999",
    "/disputes/999",
    "/epochs/999",
    `/receipts/0x${"ab".repeat(32)}`,
    "/nowhere",
  ]) {
    const behindTls = await page.request.get(path, { headers: { "x-forwarded-proto": "https" } });
    expect(behindTls.status(), path).toBe(404);
    expect((await page.goto(path))!.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main").getByRole("link").first()).toBeVisible();
  }
});

test("an address that cannot be decoded is refused, not an error of ours", async ({ page, baseURL }) => {
  for (const path of ["/models/%E0%A4%A", "/api/v1/models/%E0%A4%A"]) {
    const response = await page.request.get(`${baseURL}${path}`);
    expect(response.status(), path).toBe(400);
    expect(await response.text()).toContain("percent-encoding");
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

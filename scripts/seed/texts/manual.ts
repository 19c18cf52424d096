import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { tokenise } from "../../../lib/attribution/index.ts";
import type { Work } from "./work.ts";

const DOCS = path.join(path.dirname(createRequire(import.meta.url).resolve("next/package.json")), "dist/docs/01-app");
const SECTIONS = ["01-getting-started", "03-api-reference/04-functions", "02-guides"];
const PAGES = 120;

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n+/;

/** Pages of the manual that ships with Next.js: neither stubs that only link on nor those of many thousand words. */
export const manualWorks: Work[] = SECTIONS.flatMap((section) =>
  readdirSync(path.join(DOCS, section))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readPage(section, name)),
)
  .filter(({ text }) => {
    const words = tokenise(text).length;
    return words >= 150 && words <= 4500;
  })
  .slice(0, PAGES);

function readPage(section: string, name: string): Work {
  const page = readFileSync(path.join(DOCS, section, name), "utf8");
  const title = /^title: *(.+)$/m.exec(FRONT_MATTER.exec(page)?.[1] ?? "")?.[1];
  const place = `${section}/${name}`.replace(/\d\d-/g, "").replace(/\.md$/, "");
  return {
    title: title?.replace(/^(['"])(.*)\1$/, "$2") ?? place,
    text: page.replace(FRONT_MATTER, ""),
    mediaType: "text/markdown",
    source: `https://nextjs.org/docs/app/${place}`,
  };
}

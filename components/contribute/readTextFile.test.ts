import { expect, it } from "vitest";
import { MAX_BYTES, pastedType, readTextFile } from "./readTextFile.ts";

const file = (name: string, content: Uint8Array | string, size?: number) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, size: size ?? bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
};

it("takes text and Markdown as they are and suggests a title", async () => {
  expect(await readTextFile(file("my_first-note.md", "# Hi\r\n"))).toEqual({
    title: "my first note",
    text: "# Hi\r\n",
    mediaType: "text/markdown",
  });
  expect((await readTextFile(file("A.TXT", "x"))).mediaType).toBe("text/plain");
});

it.each([
  [file("photo.png", "x"), "photo.png is not a text file: choose one of .txt"],
  [file("long.txt", "x", MAX_BYTES + 1), "1,000,001 bytes: a contribution holds at most 1,000,000"],
  [file("latin.txt", Uint8Array.of(0xe9, 0x20)), "latin.txt is not UTF-8"],
  [file("empty.txt", ""), "empty.txt is empty: choose a file with text in it."],
  [file("blank.md", "\uFEFF \n\n"), "blank.md is empty"],
])("refuses %o", async (bad, message) => {
  await expect(readTextFile(bad)).rejects.toThrow(message);
});

it("goes by the datanet for what was pasted", () => {
  expect([pastedType(null), pastedType("markdown"), pastedType("csv")]).toEqual([
    "text/plain",
    "text/markdown",
    "text/csv",
  ]);
});

import { expect, it } from "vitest";
import { rememberedWallet } from "./rememberedWallet.ts";

function memory(): Storage {
  const content = new Map<string, string>();
  return {
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
    removeItem: (key: string) => void content.delete(key),
  } as Storage;
}

it("remembers the newest wallet until it is forgotten", () => {
  const storage = memory();
  const wallet = rememberedWallet(() => storage);
  expect(wallet.read()).toBeNull();
  wallet.keep("io.metamask");
  wallet.keep("local-test");
  expect(rememberedWallet(() => storage).read()).toBe("local-test");
  wallet.forget();
  expect(wallet.read()).toBeNull();
});

it("remembers nothing where the browser refuses storage", () => {
  const wallet = rememberedWallet(() => {
    throw new DOMException("denied", "SecurityError");
  });
  wallet.keep("io.metamask");
  wallet.forget();
  expect(wallet.read()).toBeNull();
});

import "./globals.css";
import type { Metadata, Viewport } from "next";
import { type ReactNode, Suspense } from "react";
import { HeadPill } from "@/components/layout/HeadPill.tsx";
import { NetworkBoot } from "@/components/layout/NetworkBoot.tsx";
import { Sidebar } from "@/components/layout/Sidebar.tsx";
import { TopBar } from "@/components/layout/TopBar.tsx";
import { themeScript } from "@/components/layout/themeScript.ts";
import { ToastProvider } from "@/components/ui/Toast.tsx";
import { ConnectButton } from "@/components/wallet/ConnectButton.tsx";
import { WalletProvider } from "@/components/wallet/WalletProvider.tsx";
import { inter, jetbrains, newsreader } from "./fonts.ts";

export const metadata: Metadata = {
  title: { default: "OpenLedger", template: "%s · OpenLedger" },
  description: "The accounting layer under AI: every answer has a receipt.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#131411" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      suppressHydrationWarning
      className={`${inter.variable} ${newsreader.variable} ${jetbrains.variable}`}
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours that must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-control focus:bg-accent focus:px-4 focus:py-2 focus:text-accent-ink"
        >
          Skip to content
        </a>
        <ToastProvider>
          <WalletProvider>
            <div className="min-h-dvh md:grid md:grid-cols-[216px_minmax(0,1fr)]">
              <Sidebar />
              <div className="min-w-0">
                <TopBar
                  network={
                    <Suspense>
                      <NetworkBoot />
                    </Suspense>
                  }
                  wallet={<ConnectButton />}
                />
                <main id="content" tabIndex={-1} className="max-w-page px-4 pt-5 pb-16 outline-none md:px-8 md:pt-7">
                  {children}
                </main>
                <footer className="px-4 pb-6 md:px-8 lg:hidden">
                  <HeadPill className="inline-block" />
                </footer>
              </div>
            </div>
          </WalletProvider>
        </ToastProvider>
      </body>
    </html>
  );
}

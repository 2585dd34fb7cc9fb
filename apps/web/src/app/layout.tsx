import "#ui/mantine-styles.ts";
import "./global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "#ui/providers.tsx";
import { typeface } from "#ui/typeface.ts";

/** Every answer carries its own nonce, so nothing is rendered ahead of its request. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "ClawLink", template: "%s · ClawLink" },
  description: "The open layer between your agents and your apps.",
  icons: "/icon.svg",
  robots: { index: false },
};

export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang="en" className={typeface.variable} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}

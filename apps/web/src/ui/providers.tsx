"use client";

import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import type { ReactNode } from "react";
import { theme } from "./theme.ts";

/** Mantine with this page's nonce, also for the style sheets it adds later. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  if (nonce) setNonce(nonce);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      {children}
    </MantineProvider>
  );
}

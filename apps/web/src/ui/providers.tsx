"use client";

import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";
import { KeepFocus } from "./keep-focus.tsx";
import { theme } from "./theme.ts";
import { Toasts } from "./toasts.tsx";

/**
 * What every page has: toasts, a focus that is not lost, and Mantine with this page's nonce, also for the style sheets it adds later. A refresh brings another answer's nonce, which this page's
 * policy does not know, so the first one is kept.
 */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [own] = useState(nonce);
  if (own) setNonce(own);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => own}>
      {children}
      <Toasts />
      <KeepFocus />
    </MantineProvider>
  );
}

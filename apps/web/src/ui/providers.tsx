"use client";

import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";
import { theme } from "./theme.ts";

/**
 * Mantine with this page's nonce, also for the style sheets it adds later. A refresh brings another answer's nonce, which this page's
 * policy does not know, so the first one is kept.
 */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [own] = useState(nonce);
  if (own) setNonce(own);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => own}>
      {children}
    </MantineProvider>
  );
}

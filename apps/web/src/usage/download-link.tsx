"use client";

import { Button } from "@mantine/core";

/** A link to a file of this site: a real one, which the router leaves alone. */
export function DownloadLink({ href, children }: { href: string; children: string }) {
  return (
    <Button component="a" href={href} download size="compact-sm" variant="default">
      {children}
    </Button>
  );
}

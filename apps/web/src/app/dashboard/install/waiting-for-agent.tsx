"use client";

import { Group, Loader, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { keysPath } from "#keys/keys-path.ts";
import { ButtonLink, TextLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import { findArrived } from "./actions.ts";
import classes from "./install.module.css";

/** How often the page looks for a new device, in milliseconds. */
const everyMs = 3_000;

/** Says that an agent is waited for, and, once one has been paired or has called, which. */
export function WaitingForAgent({ name, since }: { name: string; since: number }) {
  const [arrived, setArrived] = useState<string | null>(null);
  useEffect(() => {
    if (arrived !== null) return;
    const look = async () => {
      if (!document.hidden) setArrived(await findArrived(since));
    };
    // A look that fails is made up for by the next.
    const timer = setInterval(() => void look().catch(() => undefined), everyMs);
    return () => clearInterval(timer);
  }, [arrived, since]);
  return (
    <div role="status" aria-live="polite">
      {arrived === null ? (
        <>
          <Group gap="sm" className={classes.waiting}>
            <Loader size="xs" type="dots" />
            <Text size="sm" c="dimmed">
              Waiting for {name} to connect…
            </Text>
          </Group>
          <noscript>
            Once it is connected it is under <TextLink href={keysPath}>Devices and keys</TextLink>.
          </noscript>
        </>
      ) : (
        <Notice tone="green" title={`${arrived} is connected`}>
          <Group justify="space-between">
            <Text size="sm">It can use the apps you connect, within the limits set under Devices and keys.</Text>
            <ButtonLink href="/dashboard/connections" variant="light" color="green">
              Connect an app
            </ButtonLink>
          </Group>
        </Notice>
      )}
    </div>
  );
}

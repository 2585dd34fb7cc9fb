"use client";

import { useEffect, useState } from "react";
import { keysPath } from "#keys/keys-path.ts";
import { ButtonLink, TextLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import { findArrived } from "./actions.ts";
import classes from "./install.module.css";

/** How often the page looks for a new device, in milliseconds. */
const everyMs = 3_000;

/** Says that an agent is waited for, and, once one has been paired or has called, which. Choosing another guide begins nothing anew. */
export function WaitingForAgent({ name, since }: { name: string; since: number }) {
  const [from] = useState(since);
  const [arrived, setArrived] = useState<string | null>(null);
  useEffect(() => {
    if (arrived !== null) return;
    const look = async () => {
      if (!document.hidden) setArrived(await findArrived(from));
    };
    // A look that fails is made up for by the next.
    const timer = setInterval(() => void look().catch(() => undefined), everyMs);
    return () => clearInterval(timer);
  }, [arrived, from]);
  return (
    <div role="status" aria-live="polite">
      {arrived === null ? (
        <>
          <p className={classes.waiting}>Waiting for {name} to connect…</p>
          <noscript>
            Once it is connected it is under <TextLink href={keysPath}>Devices and keys</TextLink>.
          </noscript>
        </>
      ) : (
        <Notice tone="green" title={`${arrived} is connected`}>
          <div className={classes.arrived}>
            <span>It can use the apps you connect, within the limits set under Devices and keys.</span>
            <ButtonLink href="/dashboard/connections" variant="light" color="green">
              Connect an app
            </ButtonLink>
          </div>
        </Notice>
      )}
    </div>
  );
}

"use client";

import type { ConnectionRemoved } from "@clawlink/contract";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const outcomes: Readonly<Record<ConnectionRemoved["revocation"], (app: string) => string>> = {
  revoked: (app) => `${app} has confirmed that the token no longer works.`,
  failed: (app) =>
    `${app} did not confirm that the token is withdrawn. To be sure, remove ClawLink in your ${app} settings.`,
  shared: (app) => `The grant at ${app} stays, because another of your connections lives on it.`,
  unsupported: (app) => `${app} has no way to give a credential back. To be sure, delete it in your ${app} settings.`,
};

interface Props {
  readonly app: string;
  readonly account: string;
  readonly revocation: ConnectionRemoved["revocation"];
  readonly onClose: () => void;
}

/** What became of an account that was removed. */
export function RemovedNotice({ app, account, revocation, onClose }: Props) {
  return (
    <Notice
      tone={revocation === "revoked" || revocation === "shared" ? "green" : "yellow"}
      title={
        <>
          {app} · <bdi>{account}</bdi> is removed
        </>
      }
      role="status"
    >
      <p>{outcomes[revocation](app)}</p>
      <div>
        <Button size="compact" variant="default" onClick={onClose}>
          Dismiss
        </Button>
      </div>
    </Notice>
  );
}

"use client";

import type { ConnectionRemoved } from "@clawlink/contract";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const outcomes: Readonly<Record<ConnectionRemoved["revocation"], (app: string) => string>> = {
  revoked: (app) => `${app} confirmed that the token no longer works.`,
  failed: (app) =>
    `${app} did not confirm that the token is revoked. To be sure, remove ClawLink in your ${app} settings.`,
  shared: (app) => `Access at ${app} stays in place, because another of your connections depends on it.`,
  unsupported: (app) =>
    `${app} has no way to revoke a credential from here. To be sure, delete it in your ${app} settings.`,
};

/** An account that was removed, and what its app said. */
export interface RemovedAccount {
  readonly app: string;
  readonly account: string;
  readonly revocation: ConnectionRemoved["revocation"];
}

/** What became of an account that was removed, until it is dismissed: by `onClose`, or by the form of the id `listForm`. */
export function RemovedNotice({
  removed: { app, account, revocation },
  listForm,
  onClose,
}: {
  removed: RemovedAccount;
  listForm: string;
  onClose: () => void;
}) {
  return (
    <Notice
      tone={revocation === "revoked" || revocation === "shared" ? "green" : "yellow"}
      title={
        <>
          {app} · <bdi>{account}</bdi> is removed
        </>
      }
    >
      <p>{outcomes[revocation](app)}</p>
      <div>
        <Button
          size="compact"
          variant="default"
          type="submit"
          form={listForm}
          onClick={(event) => {
            event.preventDefault();
            onClose();
          }}
        >
          Dismiss
        </Button>
      </div>
    </Notice>
  );
}

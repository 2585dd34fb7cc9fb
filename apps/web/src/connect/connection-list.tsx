"use client";

import type { ConnectionRemoved } from "@clawlink/contract";
import { Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { toast } from "../ui/toasts.tsx";
import { useMutation } from "../ui/use-mutation.ts";
import { accountName } from "./account-name.ts";
import { makeDefault } from "./connection-actions.ts";
import { ConnectionRow } from "./connection-row.tsx";
import type { ConnectionView } from "./connection-view.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { RemovedNotice } from "./removed-notice.tsx";
import { RenameDialog } from "./rename-dialog.tsx";

type Dialog = { readonly kind: "rename" | "remove"; readonly row: ConnectionView } | null;
type Removed = { readonly row: ConnectionView; readonly revocation: ConnectionRemoved["revocation"] } | null;

interface Props {
  readonly rows: readonly ConnectionView[];
  readonly onReconnect: (row: ConnectionView) => void;
}

/** Connected accounts with everything that can be done to them. */
export function ConnectionList({ rows, onReconnect }: Props) {
  const router = useRouter();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [removed, setRemoved] = useState<Removed>(null);
  const preference = useMutation(makeDefault, (_, { id }) => {
    const row = rows.find((one) => one.id === id);
    if (row)
      toast(
        <>
          <bdi>{accountName(row)}</bdi> is now the default for {row.app.name}.
        </>,
      );
    router.refresh();
  });
  const close = () => setDialog(null);
  return (
    <Stack gap="sm">
      <FaultAlert fault={preference.fault} />
      <div role="status">
        {removed && (
          <RemovedNotice
            app={removed.row.app.name}
            account={accountName(removed.row)}
            revocation={removed.revocation}
            onClose={() => setRemoved(null)}
          />
        )}
      </div>
      <Stack component="ul" className="plain-list" gap="xs">
        {rows.map((row) => (
          <ConnectionRow
            key={row.id}
            row={row}
            actions={{
              makeDefault: ({ id }) => preference.run({ id }),
              rename: (chosen) => setDialog({ kind: "rename", row: chosen }),
              reconnect: onReconnect,
              remove: (chosen) => setDialog({ kind: "remove", row: chosen }),
            }}
          />
        ))}
      </Stack>
      {dialog?.kind === "rename" && <RenameDialog row={dialog.row} onClose={close} />}
      {dialog?.kind === "remove" && (
        <RemoveDialog
          row={dialog.row}
          onClose={close}
          onRemoved={({ revocation }) => {
            setRemoved({ row: dialog.row, revocation });
            close();
            router.refresh();
          }}
        />
      )}
    </Stack>
  );
}

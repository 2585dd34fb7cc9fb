"use client";

import { Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Hidden } from "../ui/hidden.tsx";
import { listFields } from "../ui/list-query.ts";
import { Notice } from "../ui/notice.tsx";
import { toast } from "../ui/toasts.tsx";
import { useFormMutation } from "../ui/use-form-mutation.ts";
import { makeDefault, removeConnection, renameConnection } from "./connection-actions.ts";
import { ConnectionRow } from "./connection-row.tsx";
import type { ConnectionView } from "./connection-view.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { RemovedNotice } from "./removed-notice.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import type { RowAsked } from "./row-asked.ts";

type Dialog = { readonly kind: "rename" | "remove"; readonly row: ConnectionView } | null;

function dialogOf(rows: readonly ConnectionView[], { rename, remove }: RowAsked): Dialog {
  const row = rows.find(({ id }) => String(id) === (rename ?? remove));
  return row ? { kind: rename ? "rename" : "remove", row } : null;
}

interface Props {
  readonly rows: readonly ConnectionView[];
  readonly asked: RowAsked;
  /** The id of the form that connects, and so reconnects. */
  readonly connectForm: string;
}

/** Connected accounts with everything that can be done to them. */
export function ConnectionList({ rows, asked, connectForm }: Props) {
  const router = useRouter();
  const [listForm, defaultForm] = [useId(), useId()];
  const preference = useFormMutation(makeDefault, (made) => {
    toast(<NowDefault {...made} />);
    router.refresh();
  });
  const renaming = useFormMutation(renameConnection, ({ label }) => {
    toast(<Renamed label={label} />);
    router.refresh();
    close();
  });
  const removing = useFormMutation(removeConnection, (gone) => {
    setRemoved(gone);
    close();
    router.refresh();
  });
  const [removed, setRemoved] = useState(removing.sent);
  // What the address asks about is not asked again when something was just done here.
  const [dialog, setDialog] = useState(
    preference.sent || preference.fault || renaming.sent || removed ? null : dialogOf(rows, asked),
  );
  function close() {
    setDialog(null);
    renaming.clear();
    removing.clear();
  }
  return (
    <Stack gap="sm">
      <form id={listForm} action={asked.path} hidden>
        <Hidden of={listFields(asked.query)} />
      </form>
      <form id={defaultForm} {...preference.form} hidden />
      <FaultAlert fault={preference.fault ?? (dialog ? null : (renaming.fault ?? removing.fault))} />
      <div role="status">
        {preference.sent && (
          <Notice tone="green">
            <p>
              <NowDefault {...preference.sent} />
            </p>
          </Notice>
        )}
        {renaming.sent && (
          <Notice tone="green">
            <p>
              <Renamed {...renaming.sent} />
            </p>
          </Notice>
        )}
        {removed && <RemovedNotice removed={removed} listForm={listForm} onClose={() => setRemoved(null)} />}
      </div>
      <Stack component="ul" className="plain-list" gap="xs">
        {rows.map((row) => (
          <ConnectionRow
            key={row.id}
            row={row}
            forms={{ list: listForm, default: defaultForm, connect: connectForm }}
            onAsk={(kind) => setDialog({ kind, row })}
          />
        ))}
      </Stack>
      {dialog?.kind === "rename" && <RenameDialog row={dialog.row} renaming={renaming} onClose={close} />}
      {dialog?.kind === "remove" && <RemoveDialog row={dialog.row} removing={removing} onClose={close} />}
    </Stack>
  );
}

function NowDefault({ app, account }: { app: string; account: string }) {
  return (
    <>
      <bdi>{account}</bdi> is now the default for {app}.
    </>
  );
}

function Renamed({ label }: { label: string }) {
  return label === "" ? (
    "The account has its own name again."
  ) : (
    <>
      It is called <bdi>{label}</bdi> now.
    </>
  );
}

"use client";

import type { AccessPolicy, Key } from "@clawlink/contract";
import { Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useState } from "react";
import { httpExample } from "#keys/http-example.ts";
import { changeKey, createKey, revokeKey } from "#keys/key-actions.ts";
import type { KeyAsked } from "#keys/key-asked.ts";
import { KeyDialog } from "#keys/key-dialog.tsx";
import { KeyRow } from "#keys/key-row.tsx";
import { keysPath } from "#keys/keys-path.ts";
import type { PolicyChoices } from "#keys/policy-fields.tsx";
import { RawKey } from "#keys/raw-key.tsx";
import { RevokeDialog } from "#keys/revoke-dialog.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Hidden } from "#ui/hidden.tsx";
import { Icon } from "#ui/icon.tsx";
import { listFields } from "#ui/list-query.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { useFormMutation } from "#ui/use-form-mutation.ts";
import { devicesHead } from "./devices-head.ts";

/** `plain`: it came with the page. */
type Dialog =
  | { readonly kind: "create"; readonly plain: boolean }
  | { readonly kind: "edit" | "revoke"; readonly plain: boolean; readonly apiKey: Key }
  | { readonly kind: "created"; readonly rawKey: string }
  | null;

function dialogOf(keys: readonly Key[], { create, edit, revoke }: KeyAsked): Dialog {
  if (create) return { kind: "create", plain: true };
  const apiKey = keys.find(({ id }) => id === (edit ?? revoke));
  return apiKey ? { kind: edit ? "edit" : "revoke", plain: true, apiKey } : null;
}

interface Props {
  readonly keys: readonly Key[];
  readonly asked: KeyAsked;
  readonly choices: PolicyChoices;
  /** What a new key may do until it is changed. */
  readonly first: AccessPolicy;
  readonly origin: string;
  /** What stands above the keys. */
  readonly children: ReactNode;
  /** The ways to the other pages of keys. */
  readonly pages: ReactNode;
}

export function Devices({ keys, asked, choices, first, origin, children, pages }: Props) {
  const router = useRouter();
  const listForm = useId();
  const creating = useFormMutation(createKey, ({ rawKey }) => setDialog({ kind: "created", rawKey }));
  const changing = useFormMutation(changeKey, () => done());
  const revoking = useFormMutation(revokeKey, () => done());
  const { sent } = creating;
  const [dialog, setDialog] = useState<Dialog>(() => {
    if (sent) return { kind: "created", rawKey: sent.rawKey };
    return changing.sent || revoking.sent ? null : dialogOf(keys, asked);
  });
  function close() {
    setDialog(null);
    for (const { clear } of [creating, changing, revoking]) clear();
  }
  /** What is shown may be old: another tab, or the device itself, can have changed it meanwhile. */
  function done() {
    close();
    router.refresh();
  }
  return (
    <>
      <form id={listForm} action={keysPath} hidden>
        <Hidden of={listFields(asked.query)} />
      </form>
      <PageHead {...devicesHead}>
        <Button
          type="submit"
          form={listForm}
          name="create"
          value="1"
          onClick={(event) => {
            event.preventDefault();
            setDialog({ kind: "create", plain: false });
          }}
        >
          <Icon name="plus" size={16} />
          Create key
        </Button>
      </PageHead>
      {children}
      <Stack>
        {!dialog && <FaultAlert fault={changing.fault ?? revoking.fault} />}
        {(changing.sent || revoking.sent) && (
          <Notice tone="green" role="status">
            <p>
              {changing.sent ? (
                <>
                  “<bdi>{changing.sent.name}</bdi>” is saved.
                </>
              ) : (
                "The key is revoked. Anything that uses it is refused."
              )}
            </p>
          </Notice>
        )}
        <Stack component="ul" className="plain-list" gap="xs">
          {keys.map((apiKey) => (
            <KeyRow
              key={apiKey.id}
              apiKey={apiKey}
              listForm={listForm}
              onAsk={(kind) => setDialog({ kind, plain: false, apiKey })}
            />
          ))}
        </Stack>
        {pages}
      </Stack>
      {dialog?.kind === "create" && (
        <KeyDialog
          title="Create key"
          submit="Create key"
          choices={choices}
          plain={dialog.plain}
          first={first}
          saving={creating}
          onClose={close}
        />
      )}
      {dialog?.kind === "created" && (
        <RawKey
          rawKey={dialog.rawKey}
          example={httpExample(origin, dialog.rawKey)}
          listForm={listForm}
          onClose={done}
        />
      )}
      {dialog?.kind === "edit" && (
        <KeyDialog
          title={
            <>
              Edit “<bdi>{dialog.apiKey.name}</bdi>”
            </>
          }
          submit="Save"
          of={dialog.apiKey}
          choices={choices}
          plain={dialog.plain}
          first={first}
          saving={changing}
          onClose={done}
        />
      )}
      {dialog?.kind === "revoke" && <RevokeDialog apiKey={dialog.apiKey} revoking={revoking} onClose={done} />}
    </>
  );
}
